package org.limbeck.settings.toml;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.settings.toml.TomlTable.Origin;
import org.limbeck.settings.toml.TomlValue.Items;
import org.limbeck.settings.toml.TomlValue.Text;

/** Reads a document, statement by statement. */
final class TomlParser {
    private static final int DEEPEST = 100;

    private record Key(String name, Position at) {}

    private final Cursor cursor;
    private final TomlStrings strings;
    private final TomlTable root = new TomlTable(new Position(1, 1), Origin.HEADER);
    private final List<TomlError> errors = new ArrayList<>();
    private TomlTable current = root;
    private int depth;

    TomlParser(String text) {
        cursor = new Cursor(text.startsWith("\ufeff") ? text.substring(1) : text);
        strings = new TomlStrings(cursor);
    }

    TomlDocument document() {
        while (cursor.peek() != Cursor.END) {
            try {
                statement();
            } catch (TomlFault fault) {
                errors.add(fault.error());
                depth = 0;
                cursor.skipStatement();
            }
        }
        return new TomlDocument(root, errors);
    }

    static boolean isBare(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private void statement() {
        cursor.blanks();
        if (cursor.peek() == '[') {
            header();
        } else if ("#\r\n".indexOf(cursor.peek()) < 0 && cursor.peek() != Cursor.END) {
            pair(current);
        }
        cursor.blanks();
        cursor.comment();
        if (!cursor.lineEnd() && cursor.peek() != Cursor.END) {
            throw cursor.fault("The line goes on where it should end");
        }
    }

    private void header() {
        Position at = cursor.position();
        // If the header is wrong, what follows belongs nowhere.
        current = new TomlTable(at, Origin.HEADER);
        boolean array = cursor.looksAt("[[");
        cursor.skip(array ? 2 : 1);
        List<Key> path = keys();
        if (!cursor.looksAt(array ? "]]" : "]")) {
            throw cursor.fault("The header has no closing " + (array ? "]]" : "]"));
        }
        cursor.skip(array ? 2 : 1);
        TomlTable parent = root;
        for (Key key : path.subList(0, path.size() - 1)) {
            parent = step(parent, key);
        }
        Key last = path.get(path.size() - 1);
        current = array ? element(parent, last) : table(parent, last, at);
    }

    private static TomlTable step(TomlTable parent, Key key) {
        if (!parent.has(key.name)) {
            parent.put(key.name, key.at, new TomlTable(key.at, Origin.IMPLICIT));
        }
        TomlTable child = parent.below(key.name);
        if (child == null || child.origin() == Origin.INLINE) {
            throw again(parent, key);
        }
        return child;
    }

    private static TomlTable element(TomlTable parent, Key key) {
        TomlTable element = parent.append(key.name, key.at);
        if (element == null) {
            throw again(parent, key);
        }
        return element;
    }

    private static TomlTable table(TomlTable parent, Key key, Position at) {
        if (!parent.has(key.name)) {
            TomlTable table = new TomlTable(at, Origin.HEADER);
            parent.put(key.name, key.at, table);
            return table;
        }
        if (parent.get(key.name) instanceof TomlTable table && table.origin() == Origin.IMPLICIT) {
            table.define();
            return table;
        }
        throw again(parent, key);
    }

    private static TomlFault again(TomlTable parent, Key key) {
        return new TomlFault(
                key.at,
                "'" + key.name + "' is given twice; it is there already in line "
                        + parent.keyAt(key.name).line());
    }

    private void pair(TomlTable into) {
        List<Key> path = keys();
        if (!cursor.taken('=')) {
            throw cursor.fault("A = is missing after '" + path.get(path.size() - 1).name + "'");
        }
        cursor.blanks();
        TomlTable table = into;
        for (Key key : path.subList(0, path.size() - 1)) {
            table = dotted(table, key);
        }
        Key last = path.get(path.size() - 1);
        if (table.has(last.name)) {
            throw again(table, last);
        }
        table.put(last.name, last.at, value());
    }

    private static TomlTable dotted(TomlTable parent, Key key) {
        if (!parent.has(key.name)) {
            parent.put(key.name, key.at, new TomlTable(key.at, Origin.DOTTED));
        }
        if (parent.get(key.name) instanceof TomlTable table && table.origin() == Origin.DOTTED) {
            return table;
        }
        throw again(parent, key);
    }

    private List<Key> keys() {
        List<Key> path = new ArrayList<>();
        do {
            cursor.blanks();
            Position at = cursor.position();
            path.add(new Key(key(), at));
            cursor.blanks();
        } while (cursor.taken('.'));
        return path;
    }

    private String key() {
        if (cursor.peek() == '"' || cursor.peek() == '\'') {
            return strings.line(cursor.peek() == '\'');
        }
        int start = cursor.offset();
        while (isBare(cursor.peek())) {
            cursor.next();
        }
        if (cursor.offset() == start) {
            throw cursor.fault("A key is missing");
        }
        return cursor.since(start);
    }

    private TomlValue value() {
        Position at = cursor.position();
        return switch (cursor.peek()) {
            case '"', '\'' -> new Text(at, strings.read());
            case '[' -> array(at);
            case '{' -> inline(at);
            default -> TomlScalars.read(cursor);
        };
    }

    private Items array(Position at) {
        deeper(at);
        cursor.next();
        List<TomlValue> values = new ArrayList<>();
        space(at, ']');
        while (!cursor.taken(']')) {
            values.add(value());
            space(at, ']');
            if (!cursor.taken(',') && cursor.peek() != ']') {
                throw cursor.fault("A , or ] is missing in the list");
            }
            space(at, ']');
        }
        depth--;
        return new Items(at, values);
    }

    /** White space, line ends and comments in a list or table. */
    private void space(Position start, char closing) {
        do {
            cursor.blanks();
            cursor.comment();
        } while (cursor.lineEnd());
        if (cursor.peek() == Cursor.END) {
            throw new TomlFault(start, "There is no closing " + closing);
        }
    }

    private TomlTable inline(Position at) {
        deeper(at);
        cursor.next();
        TomlTable table = new TomlTable(at, Origin.INLINE);
        space(at, '}');
        while (!cursor.taken('}')) {
            pair(table);
            space(at, '}');
            if (!cursor.taken(',') && cursor.peek() != '}') {
                throw cursor.fault("A , or } is missing in the table");
            }
            space(at, '}');
        }
        depth--;
        return table;
    }

    private void deeper(Position at) {
        if (++depth > DEEPEST) {
            throw new TomlFault(at, "Lists and tables are nested too deeply");
        }
    }
}
