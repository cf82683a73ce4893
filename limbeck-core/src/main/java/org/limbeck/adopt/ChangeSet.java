package org.limbeck.adopt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A change set of Liquibase.
 *
 * @param path of its changelog, as it may stand in the table
 * @param attributes in lower case: {@code dbms}, {@code context}, {@code runontransaction} ...
 * @param sql what it does; null if that is not SQL
 * @param rollback what takes it back; null if that is not known
 * @param notes what of it is not carried, in words
 * @param place file and line, for people
 */
record ChangeSet(
        String path,
        String id,
        String author,
        Map<String, String> attributes,
        @Nullable String sql,
        @Nullable String rollback,
        List<String> notes,
        String place) {

    ChangeSet {
        attributes = Map.copyOf(attributes);
        notes = List.copyOf(notes);
    }

    /** {@code path::id::author}, as Liquibase writes it. */
    String key() {
        return path + "::" + id + "::" + author;
    }

    String name() {
        return author + ":" + id;
    }

    String attribute(String name) {
        return Objects.requireNonNullElse(attributes.get(name.toLowerCase(Locale.ROOT)), "");
    }

    boolean is(String attribute) {
        return attribute(attribute).equalsIgnoreCase("true");
    }

    /** Whether a path of the table means its changelog: equal, or one is the end of the other. */
    boolean isIn(String other) {
        String mine = plain(path);
        String theirs = plain(other);
        return mine.equals(theirs) || mine.endsWith("/" + theirs) || theirs.endsWith("/" + mine);
    }

    static String plain(String path) {
        String plain = path.replace('\\', '/').replaceFirst("^(classpath\\*?:|filesystem:)", "");
        return plain.replaceFirst("^(\\./|/)+", "");
    }

    ChangeSet withSql(@Nullable String text, @Nullable String back) {
        return new ChangeSet(path, id, author, attributes, text, back, notes, place);
    }
}
