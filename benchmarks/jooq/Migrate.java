import java.sql.Connection;
import java.sql.DriverManager;

import org.jooq.Meta;
import org.jooq.impl.DSL;

/** The difference between two databases, by jOOQ. */
public final class Migrate {
    private Migrate() {}

    /** @param words user, and two addresses */
    public static void main(String[] words) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        try (Connection one = DriverManager.getConnection(words[1], words[0], "");
                Connection other = DriverManager.getConnection(words[2], words[0], "")) {
            System.out.println(meta(one).migrateTo(meta(other)).queries().length + " differences");
        }
    }

    private static Meta meta(Connection connection) {
        return DSL.using(connection).meta().filterSchemas(schema -> schema.getName().equals("public"));
    }
}
