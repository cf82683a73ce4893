package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.SqlText;

/**
 * A CREATE INDEX statement in pieces.
 *
 * @param head the words up to the name
 * @param tail the words behind the name
 * @param members the words of each member
 * @param where the predicate, or null
 */
record IndexText(
        String sql,
        String head,
        String name,
        String tail,
        boolean unique,
        String table,
        List<String> members,
        @Nullable String where) {

    /** @throws org.limbeck.error.LimbeckException SCHEMA_CONFLICT if the text is no CREATE INDEX */
    static IndexText parse(String sql) {
        Cursor cursor = new Cursor(sql);
        cursor.require("CREATE");
        boolean unique = cursor.take("UNIQUE");
        cursor.require("INDEX");
        cursor.take("IF", "NOT", "EXISTS");
        int nameFrom = cursor.offset();
        String name = cursor.name();
        if (cursor.take('.')) {
            nameFrom = cursor.offset();
            name = cursor.name();
        }
        int nameTo = cursor.ended();
        cursor.require("ON");
        String table = cursor.name();
        List<String> members = members(cursor);
        String where = cursor.take("WHERE") ? sql.substring(cursor.offset()).strip() : null;
        if (where == null && cursor.peek() != null) {
            throw cursor.unexpected();
        }
        return new IndexText(
                sql, sql.substring(0, nameFrom), name, sql.substring(nameTo), unique, table, members, where);
    }

    private static List<String> members(Cursor cursor) {
        List<String> members = new ArrayList<>();
        cursor.require('(');
        int from = cursor.offset();
        while (true) {
            if (cursor.isSymbol('(')) {
                cursor.inBrackets();
            } else if (cursor.isSymbol(',') || cursor.isSymbol(')')) {
                members.add(cursor.text(from, cursor.offset()).strip());
                if (cursor.take(')')) {
                    return members;
                }
                cursor.require(',');
                from = cursor.offset();
            } else {
                cursor.next();
            }
        }
    }

    /** The same statement under another name, already quoted. */
    String renamed(String quoted) {
        return head + quoted + tail;
    }

    /** The index as a value. */
    Index index(TableText of) {
        List<IndexMember> read = members.stream().map(m -> member(of, m)).toList();
        return new Index(name, read, unique, true, null, where == null ? null : SqlText.of(where), List.of(), Map.of());
    }

    private static IndexMember member(TableText of, String words) {
        List<Token> tokens = new ArrayList<>(Token.all(words));
        Token last = tokens.get(tokens.size() - 1);
        boolean descending = last.isWord("DESC");
        if (tokens.size() > 1 && (descending || last.isWord("ASC"))) {
            tokens.remove(tokens.size() - 1);
        }
        String collation = null;
        int size = tokens.size();
        if (size > 2 && tokens.get(size - 2).isWord("COLLATE")) {
            collation = tokens.get(size - 1).value();
            tokens = tokens.subList(0, size - 2);
        }
        IndexMember member = plain(of, words, tokens);
        IndexMember collated = collation == null ? member : member.collate(collation);
        return descending ? collated.desc() : collated;
    }

    private static IndexMember plain(TableText of, String words, List<Token> tokens) {
        Token first = tokens.get(0);
        if (tokens.size() == 1 && first.names() && of.column(first.value()).isPresent()) {
            return IndexMember.column(of.exact(first.value()));
        }
        int end = tokens.get(tokens.size() - 1).end();
        return IndexMember.expression(SqlText.of(words.substring(first.start(), end)));
    }
}
