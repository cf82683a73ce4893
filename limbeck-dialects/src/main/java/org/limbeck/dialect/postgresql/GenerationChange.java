package org.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Statement;
import org.limbeck.dialect.Unsupported;
import org.limbeck.error.LimbeckException;
import org.limbeck.operation.SetGeneration;
import org.limbeck.schema.Column;
import org.limbeck.schema.Generation;

/** How the way in which a column is filled is changed. */
final class GenerationChange {
    private final PostgresqlDialect dialect;
    private final PostgresqlStatements words;
    private final SetGeneration operation;
    private final Optional<Column> before;
    private final String alter;

    /** @param before the column as it stands, if that is known */
    GenerationChange(
            PostgresqlDialect dialect, PostgresqlStatements words, SetGeneration operation, Optional<Column> before) {
        this.dialect = dialect;
        this.words = words;
        this.operation = operation;
        this.before = before;
        this.alter = "ALTER COLUMN " + words.identifier(operation.column()) + " ";
    }

    List<Statement> statements() {
        Generation from = before.map(Column::generation).orElse(null);
        Generation to = operation.generation();
        if (before.isPresent() && Objects.equals(from, to)) {
            return List.of();
        }
        if (to instanceof Generation.Computed computed) {
            return altered(List.of(expression(from, computed)));
        }
        if (from instanceof Generation.Identity && to instanceof Generation.Identity identity) {
            return altered(List.of(identityAgain(identity)));
        }
        List<String> actions = new ArrayList<>(removal(from, to));
        actions.addAll(addition(to));
        List<Statement> statements = new ArrayList<>(altered(actions));
        if (from instanceof Generation.Identity) {
            statements.add(words.ddlStatement(dropOwnedSequence()));
        }
        if (to instanceof Generation.Identity) {
            Column column = Column.of(
                            operation.column(), before.map(Column::type).orElse(Types.parse("bigint")))
                    .withGeneration(to);
            words.advance(operation.table(), column).ifPresent(sql -> statements.add(words.ddlStatement(sql)));
        }
        return statements;
    }

    private List<Statement> altered(List<String> actions) {
        return actions.isEmpty() ? List.of() : List.of(words.altered(operation.table(), actions));
    }

    private String expression(@Nullable Generation from, Generation.Computed to) {
        if (!(from instanceof Generation.Computed computed)) {
            throw refused(
                    "make it computed",
                    "Only a new column can be computed.",
                    "Drop the column and add it as computed.");
        }
        if (computed.stored() != to.stored()) {
            throw refused(
                    "move its value into or out of the row",
                    "A computed column stays stored or virtual.",
                    "Drop the column and add it again.");
        }
        if (!dialect.server().atLeast(17, 0)) {
            throw refused(
                    "change its expression",
                    "Versions before 17 cannot; this one is " + dialect.server().version() + ".",
                    "Drop the column and add it again.");
        }
        return alter + "SET EXPRESSION AS (" + dialect.words(to.expression()) + ")";
    }

    private String identityAgain(Generation.Identity identity) {
        long increment = identity.increment() == null ? 1 : identity.increment();
        long usual = increment > 0 ? 1 : -1;
        return alter + "SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT")
                + " SET INCREMENT BY " + increment
                + " SET START WITH " + (identity.start() == null ? usual : identity.start());
    }

    /** A serial column is known as an identity, so both its forms are taken away. */
    private List<String> removal(@Nullable Generation from, @Nullable Generation to) {
        if (from instanceof Generation.Identity) {
            return List.of(alter + "DROP IDENTITY IF EXISTS", alter + "DROP DEFAULT");
        }
        if (from instanceof Generation.Computed computed) {
            if (!computed.stored()) {
                throw refused(
                        "make it an ordinary column",
                        "A virtual column holds no values.",
                        "Drop the column and add it again.");
            }
            return List.of(alter + "DROP EXPRESSION");
        }
        boolean unknown = before.isEmpty() && to == null;
        return from instanceof Generation.FromSequence || unknown ? List.of(alter + "DROP DEFAULT") : List.of();
    }

    private List<String> addition(@Nullable Generation to) {
        if (to instanceof Generation.FromSequence from) {
            return List.of(alter + "SET DEFAULT " + words.nextValue(from.sequence()));
        }
        if (!(to instanceof Generation.Identity identity)) {
            return List.of();
        }
        List<String> actions = new ArrayList<>();
        if (before.map(Column::nullable).orElse(true)) {
            actions.add(alter + "SET NOT NULL");
        }
        actions.add(alter + "ADD" + words.identity(identity));
        return actions;
    }

    /** What is left of a serial column; an identity leaves nothing. */
    private String dropOwnedSequence() {
        return "DO "
                + Session.dollarQuoted("DECLARE owned text := pg_get_serial_sequence("
                        + dialect.literal(words.identifier(operation.table()), null) + ", "
                        + dialect.literal(operation.column(), null)
                        + "); BEGIN IF owned IS NOT NULL THEN EXECUTE 'DROP SEQUENCE ' || owned; END IF; END");
    }

    private LimbeckException refused(String what, String why, String wayOut) {
        return Unsupported.on(
                dialect, "column " + operation.table() + "." + operation.column() + ": " + what, why, wayOut);
    }
}
