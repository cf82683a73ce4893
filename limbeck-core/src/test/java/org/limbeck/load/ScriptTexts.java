package org.limbeck.load;

/** Java scripts for tests. */
final class ScriptTexts {
    private ScriptTexts() {}

    /** A script with these statements in its upgrade. */
    static String script(String id, String className, String statements) {
        return """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(id = "%s")
                final class %s implements Migration {
                    @Override
                    public void upgrade(Op op) {
                        %s
                    }
                }
                """.formatted(id, className, statements);
    }
}
