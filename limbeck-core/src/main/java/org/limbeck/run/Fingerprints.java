package org.limbeck.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.limbeck.dialect.Reflector;
import org.limbeck.journal.JournalTables;
import org.limbeck.meaning.Canonical;
import org.limbeck.meaning.Checksum;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.sql.SqlTokens;
import org.limbeck.state.CreatedTable;

/** Tells whether a statement that commits by itself was executed: by how the objects look that it concerns. */
final class Fingerprints {
    private static final Set<String> ABOUT_TABLES = Set.of(
            "CREATE TABLE", "ALTER TABLE", "DROP TABLE", "CREATE INDEX", "CREATE UNIQUE", "DROP INDEX", "RENAME TABLE");

    private final Session session;

    Fingerprints(Session session) {
        this.session = session;
    }

    /** The objects to look at; empty for the whole schema. */
    List<QualifiedName> concerned(Operation operation, String sql) {
        if (!(operation instanceof ExecuteSql)) {
            return List.copyOf(operation.tables());
        }
        List<String> tokens =
                SqlTokens.first(CreatedTable.TOKENS, sql, session.dialect().syntax());
        if (tokens.size() < 3 || !ABOUT_TABLES.contains(upper(tokens.get(0)) + " " + upper(tokens.get(1)))) {
            return List.of();
        }
        String created = CreatedTable.in(tokens);
        Set<QualifiedName> names = new LinkedHashSet<>();
        for (String token : created == null ? tokens.subList(2, tokens.size()) : List.of(created)) {
            String name = created == null ? CreatedTable.unquoted(token) : created;
            if (!name.isEmpty()) {
                names.add(new QualifiedName(null, name));
                names.add(new QualifiedName(null, name.toLowerCase(Locale.ROOT)));
                names.add(new QualifiedName(null, name.toUpperCase(Locale.ROOT)));
            }
        }
        return List.copyOf(names);
    }

    private static String upper(String token) {
        return token.toUpperCase(Locale.ROOT);
    }

    /** How the objects look now. */
    String of(List<QualifiedName> objects) throws SQLException {
        Reflector reflector = session.dialect().reflector();
        Canonical canonical = Canonical.ofAll();
        if (objects.isEmpty()) {
            return Checksum.sha(canonical.text(withoutJournal(reflector.schema(session.connection(), null))));
        }
        List<String> texts = new ArrayList<>();
        for (QualifiedName name : objects) {
            texts.add(
                    session.live().missing(name)
                            ? name + canonical.text(null) + canonical.text(null) + canonical.text(List.of())
                            : name
                                    + canonical.text(reflector
                                            .table(session.connection(), name)
                                            .orElse(null))
                                    + canonical.text(reflector
                                            .view(session.connection(), name)
                                            .orElse(null))
                                    + canonical.text(reflector.triggersOn(session.connection(), name)));
        }
        return Checksum.sha(String.join("\n", texts));
    }

    private Schema withoutJournal(Schema schema) {
        JournalTables ours = session.journal().tables();
        Schema left = schema;
        List<Table> sorted = schema.tables().values().stream()
                .sorted(Comparator.comparing(Table::name))
                .toList();
        for (Table table : sorted) {
            if (ours.isOurs(table.name())) {
                left = left.withoutTable(table.name());
            }
        }
        return left;
    }
}
