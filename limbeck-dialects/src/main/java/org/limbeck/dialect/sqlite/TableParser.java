package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.sqlite.Clause.Kind;
import org.limbeck.error.LimbeckException;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;

/** Reads CREATE TABLE with the whole grammar of SQLite. */
final class TableParser {
    private static final Set<String> AFTER_TYPE = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "AS",
            "GENERATED",
            "DEFERRABLE");
    private static final Set<String> TABLE_CLAUSES = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final Cursor cursor;

    private TableParser(String sql) {
        this.cursor = new Cursor(sql);
    }

    /** @throws LimbeckException SCHEMA_CONFLICT if the text is no CREATE TABLE that SQLite understands */
    static TableText parse(String sql) {
        return new TableParser(sql).table();
    }

    /** The column that a definition describes. */
    static ColumnText column(String definition) {
        return parse("CREATE TABLE x (" + definition + "\n)").columns().get(0);
    }

    /** The constraint of a table that a definition describes. */
    static Clause constraint(String definition) {
        return parse("CREATE TABLE x (x, " + definition + "\n)").constraints().get(0);
    }

    private TableText table() {
        cursor.require("CREATE");
        boolean temporary = cursor.take("TEMP") || cursor.take("TEMPORARY");
        cursor.require("TABLE");
        cursor.take("IF", "NOT", "EXISTS");
        String name = cursor.name();
        if (cursor.take('.')) {
            name = cursor.name();
        }
        if (temporary) {
            throw cursor.unexpected();
        }
        int from = open();
        List<ColumnText> columns = new ArrayList<>();
        List<Clause> constraints = new ArrayList<>();
        do {
            if (atTableClause()) {
                constraints.addAll(tableClauses(from));
            } else {
                columns.add(columnAt(from));
            }
            from = cursor.ended();
            from = cursor.isSymbol(',') ? cursor.offset() + 1 : from;
        } while (cursor.take(','));
        cursor.require(')');
        return new TableText(name, columns, constraints, suffix());
    }

    private int open() {
        cursor.require('(');
        return cursor.ended();
    }

    private String suffix() {
        int from = cursor.ended();
        while (cursor.peek() != null) {
            Token token = cursor.next();
            if (token.kind() != Token.Kind.WORD && !token.isSymbol(',')) {
                throw cursor.unexpected();
            }
        }
        return cursor.text(from, cursor.offset()).strip();
    }

    private boolean atTableClause() {
        Token token = cursor.peek();
        return token != null
                && token.kind() == Token.Kind.WORD
                && TABLE_CLAUSES.contains(token.text().toUpperCase(Locale.ROOT));
    }

    // ---- columns

    private ColumnText columnAt(int from) {
        String name = cursor.name();
        String head = cursor.text(from, cursor.offset()).strip();
        int typeFrom = cursor.offset();
        while (atTypeWord()) {
            cursor.next();
        }
        boolean typed = cursor.offset() > typeFrom;
        if (typed && cursor.isSymbol('(')) {
            cursor.inBrackets();
        }
        String type = typed ? cursor.text(typeFrom, cursor.offset()).strip() : "";
        List<Clause> clauses = new ArrayList<>();
        while (!cursor.isSymbol(',') && !cursor.isSymbol(')')) {
            clauses.add(clause(cursor.offset(), false));
        }
        return new ColumnText(name, head, type, clauses);
    }

    private boolean atTypeWord() {
        Token token = cursor.peek();
        return token != null
                && token.names()
                && !(token.kind() == Token.Kind.WORD
                        && AFTER_TYPE.contains(token.text().toUpperCase(Locale.ROOT)));
    }

    // ---- clauses

    /** SQLite needs no comma between constraints of the table. */
    private List<Clause> tableClauses(int from) {
        List<Clause> clauses = new ArrayList<>();
        int start = from;
        do {
            clauses.add(clause(start, true));
            start = cursor.offset();
        } while (atTableClause());
        return clauses;
    }

    /** One clause with its name; the text before it, from an offset on, is kept with it. */
    private Clause clause(int from, boolean ofTable) {
        String name = null;
        String naming = "";
        int bodyFrom = from;
        if (cursor.take("CONSTRAINT")) {
            name = cursor.name();
            naming = cursor.text(from, cursor.offset()).strip();
            bodyFrom = cursor.offset();
        }
        return body(new Head(name, naming, bodyFrom), ofTable);
    }

    private record Head(@Nullable String name, String naming, int from) {}

    private Clause body(Head head, boolean ofTable) {
        if (cursor.take("PRIMARY")) {
            return primaryKey(head, ofTable);
        }
        if (cursor.take("UNIQUE")) {
            List<String> columns = ofTable ? keyColumns() : List.of();
            onConflict();
            return made(Kind.UNIQUE, head, columns, "", false, null);
        }
        if (cursor.take("CHECK")) {
            String expression = cursor.inBrackets();
            onConflict();
            return made(Kind.CHECK, head, List.of(), expression, false, null);
        }
        if (ofTable && cursor.take("FOREIGN")) {
            cursor.require("KEY");
            List<String> columns = names();
            cursor.require("REFERENCES");
            return made(Kind.FOREIGN_KEY, head, columns, "", false, references(columns));
        }
        return ofTable ? nameOnly(head) : ofColumn(head);
    }

    private Clause ofColumn(Head head) {
        if (cursor.take("NOT", "NULL")) {
            onConflict();
            return made(Kind.NOT_NULL, head);
        }
        if (cursor.take("NULL")) {
            onConflict();
            return made(Kind.NULL, head);
        }
        if (cursor.take("DEFAULT")) {
            return defaultValue(head);
        }
        if (cursor.take("COLLATE")) {
            return made(Kind.COLLATE, head, List.of(), cursor.name(), false, null);
        }
        if (cursor.take("REFERENCES")) {
            return made(Kind.FOREIGN_KEY, head, List.of(), "", false, references(List.of()));
        }
        if (cursor.take("GENERATED")) {
            cursor.require("ALWAYS");
        }
        if (cursor.take("AS")) {
            String expression = cursor.inBrackets();
            boolean stored = cursor.take("STORED");
            cursor.take("VIRTUAL");
            return made(Kind.COMPUTED, head, List.of(), expression, stored, null);
        }
        return nameOnly(head);
    }

    private Clause nameOnly(Head head) {
        if (head.name == null) {
            throw cursor.unexpected();
        }
        return made(Kind.NAME_ONLY, head);
    }

    private Clause primaryKey(Head head, boolean ofTable) {
        cursor.require("KEY");
        List<String> columns = List.of();
        boolean auto = false;
        if (ofTable) {
            cursor.require('(');
            columns = new ArrayList<>();
            do {
                columns.add(keyColumn());
            } while (cursor.take(','));
            auto = cursor.take("AUTOINCREMENT");
            cursor.require(')');
            onConflict();
        } else {
            direction();
            onConflict();
            auto = cursor.take("AUTOINCREMENT");
        }
        return made(Kind.PRIMARY_KEY, head, columns, "", auto, null);
    }

    private List<String> keyColumns() {
        cursor.require('(');
        List<String> columns = new ArrayList<>();
        do {
            columns.add(keyColumn());
        } while (cursor.take(','));
        cursor.require(')');
        return columns;
    }

    private String keyColumn() {
        String name = cursor.name();
        if (cursor.take("COLLATE")) {
            cursor.name();
        }
        direction();
        return name;
    }

    private void direction() {
        if (!cursor.take("ASC")) {
            cursor.take("DESC");
        }
    }

    private void onConflict() {
        if (cursor.take("ON", "CONFLICT")) {
            cursor.name();
        }
    }

    private Clause defaultValue(Head head) {
        if (cursor.isSymbol('(')) {
            return made(Kind.DEFAULT, head, List.of(), cursor.inBrackets(), true, null);
        }
        int from = cursor.offset();
        if (!cursor.take('+')) {
            cursor.take('-');
        }
        cursor.next();
        return made(Kind.DEFAULT, head, List.of(), cursor.text(from, cursor.ended()), false, null);
    }

    // ---- foreign keys

    private ForeignKey references(List<String> columns) {
        QualifiedName table = new QualifiedName(null, cursor.name());
        List<String> target = cursor.isSymbol('(') ? names() : List.of();
        ForeignKey key = new ForeignKey(
                null,
                columns,
                table,
                columns.size() == target.size() ? target : List.of(),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Deferrability.NOT_DEFERRABLE,
                null,
                true);
        // The column of a clause at a column is not known here; its single target is put in with it.
        List<String> single = columns.isEmpty() ? target : List.of();
        while (true) {
            if (cursor.take("ON", "DELETE")) {
                key = key.onDelete(action());
            } else if (cursor.take("ON", "UPDATE")) {
                key = key.onUpdate(action());
            } else if (cursor.take("MATCH")) {
                key = key.match(cursor.name());
            } else if (cursor.take("NOT", "DEFERRABLE")) {
                initially();
            } else if (cursor.take("DEFERRABLE")) {
                key = key.deferrable(initially());
            } else {
                return single.isEmpty() ? key : withTarget(key, single);
            }
        }
    }

    private static ForeignKey withTarget(ForeignKey key, List<String> target) {
        return new ForeignKey(
                null,
                target,
                key.references(),
                target,
                key.onDelete(),
                key.onUpdate(),
                key.deferrability(),
                key.match(),
                true);
    }

    private Deferrability initially() {
        if (cursor.take("INITIALLY", "DEFERRED")) {
            return Deferrability.INITIALLY_DEFERRED;
        }
        cursor.take("INITIALLY", "IMMEDIATE");
        return Deferrability.INITIALLY_IMMEDIATE;
    }

    private ReferentialAction action() {
        if (cursor.take("SET", "NULL")) {
            return ReferentialAction.SET_NULL;
        }
        if (cursor.take("SET", "DEFAULT")) {
            return ReferentialAction.SET_DEFAULT;
        }
        if (cursor.take("NO", "ACTION")) {
            return ReferentialAction.NO_ACTION;
        }
        if (cursor.take("CASCADE")) {
            return ReferentialAction.CASCADE;
        }
        cursor.require("RESTRICT");
        return ReferentialAction.RESTRICT;
    }

    private List<String> names() {
        cursor.require('(');
        List<String> names = new ArrayList<>();
        do {
            names.add(cursor.name());
        } while (cursor.take(','));
        cursor.require(')');
        return names;
    }

    // ---- made

    private Clause made(Kind kind, Head head) {
        return made(kind, head, List.of(), "", false, null);
    }

    /** The words run up to the next token, so that comments behind them are kept. */
    private Clause made(
            Kind kind, Head head, List<String> columns, String words, boolean flag, @Nullable ForeignKey key) {
        String body = cursor.text(head.from, cursor.offset()).strip();
        return new Clause(kind, head.naming, head.name, body, columns, words, flag, key);
    }
}
