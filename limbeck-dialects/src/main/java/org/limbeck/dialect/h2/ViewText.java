package org.limbeck.dialect.h2;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.Unsupported;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameTable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.View;

/** The text of a view as H2 writes it: every name quoted, FROM and JOIN before each table, one column a line. */
record ViewText(Dialect dialect, View view, String text) {
    private static final Pattern SOURCE = Pattern.compile("\\b(?:FROM|JOIN)\\s");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'");

    /** The table keeps its old name as an alias, so that nothing else has to change. */
    ViewText renameTable(RenameTable operation) {
        Pattern source = Pattern.compile(
                "(\\b(?:FROM|JOIN)\\s+\\(*)" + Pattern.quote(name(operation.from())) + "(?![.\"])(\\s*\")?");
        String alias = dialect.identifier(operation.from().name());
        ViewText changed = outside(part -> source.matcher(part)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(1) + name(operation.to()) + (m.group(2) == null ? " " + alias : m.group(2)))));
        return changed.equals(this) ? unread(operation) : changed;
    }

    /** H2's own text would have been changed; another one is the words of this revision, which H2 has not seen yet. */
    private ViewText unread(RenameTable operation) {
        Pattern loose = Pattern.compile(
                "\\b(?:FROM|JOIN)\\s+\\(*\"?" + Pattern.quote(operation.from().name()) + "\\b",
                Pattern.CASE_INSENSITIVE);
        if (loose.matcher(text).find()) {
            throw Unsupported.on(
                    dialect,
                    operation.describe() + " while view " + view.name() + " reads it",
                    "H2 keeps the view's old text.",
                    "Create the view after the renaming.");
        }
        return this;
    }

    /** Output columns keep their names; a view of several tables is refused, for the name may be another table's. */
    ViewText renameColumn(RenameColumn operation) {
        String from = dialect.identifier(operation.from());
        if (!reads(operation.table()) || !text.contains(from)) {
            return this;
        }
        if (SOURCE.matcher(text).results().count() != 1) {
            throw Unsupported.on(
                    dialect,
                    operation.describe() + " while view " + view.name() + " reads it",
                    "H2 keeps the view's old text, and the view reads more than this table.",
                    "Drop the view before the renaming and create it with the new name after.");
        }
        String to = dialect.identifier(operation.to());
        int end = text.indexOf("\nFROM");
        Pattern output = Pattern.compile("(?<=[,T]\\s{1,9}|\\.)" + Pattern.quote(from) + "(?=,|$)");
        ViewText named = new ViewText(dialect, view, end < 0 ? text : text.substring(0, end))
                .outside(part -> output.matcher(part).replaceAll(Matcher.quoteReplacement(to + " AS " + from)));
        String whole = named.text() + (end < 0 ? "" : text.substring(end));
        Pattern other = Pattern.compile("(?<!AS )" + Pattern.quote(from) + "(?![.\"])");
        return new ViewText(dialect, view, whole)
                .outside(part -> other.matcher(part).replaceAll(Matcher.quoteReplacement(to)));
    }

    private boolean reads(QualifiedName table) {
        Pattern source = Pattern.compile("\\b(?:FROM|JOIN)\\s+\\(*" + Pattern.quote(name(table)) + "(?![.\"])");
        return source.matcher(text).find();
    }

    /** The text without a schema in front of names, for that schema is the connection's own. */
    ViewText withoutSchema(String schema) {
        Pattern prefix = Pattern.compile(Pattern.quote(Tokens.exact(schema)) + "\\.(?=\")");
        return outside(part -> prefix.matcher(part).replaceAll(""));
    }

    private String name(QualifiedName table) {
        return Names.qualified(dialect, table);
    }

    /** The text after a change of what is outside string literals. */
    private ViewText outside(UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder();
        int from = 0;
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            if (quoted.group().startsWith("'")) {
                changed.append(change.apply(text.substring(from, quoted.start())))
                        .append(quoted.group());
                from = quoted.end();
            }
        }
        return new ViewText(
                dialect,
                view,
                changed.append(change.apply(text.substring(from))).toString());
    }
}
