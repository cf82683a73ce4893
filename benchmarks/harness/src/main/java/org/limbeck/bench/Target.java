package org.limbeck.bench;

/**
 * A database to work on.
 *
 * @param url its JDBC address, as Limbeck is given it
 */
record Target(String url, String user, String password) {

    /** The same through another port of this machine. */
    Target through(int port) {
        return new Target(url.replaceFirst("127\\.0\\.0\\.1:\\d+|localhost:\\d+", "127.0.0.1:" + port), user, password);
    }

    /** The word after {@code jdbc:}. */
    String kind() {
        return url.split(":")[1];
    }

    /** The port of the server; 0 for a file. */
    int port() {
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("//[^:/]+:(\\d+)").matcher(url);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
