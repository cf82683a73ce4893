package org.limbeck.testkit.server;

/** The main program of a JVM that makes a database, waits for a byte, and makes another. */
final class TwoDatabases {

    private TwoDatabases() {}

    public static void main(String[] arguments) throws Exception {
        TestDatabase first = TestDatabase.create(DatabaseKind.POSTGRESQL_15);
        System.out.println("first=" + first.url());
        System.in.read();
        try (TestDatabase second = TestDatabase.create(DatabaseKind.POSTGRESQL_15)) {
            System.out.println("second=" + second.url());
        }
        Runtime.getRuntime().halt(0);
    }
}
