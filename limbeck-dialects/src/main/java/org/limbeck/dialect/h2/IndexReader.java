package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;

/** Reads indexes, without those that H2 made for constraints. Not thread-safe. */
final class IndexReader {
    private static final String INDEXES = """
            SELECT TABLE_NAME, INDEX_NAME, INDEX_TYPE_NAME, NULLS_DISTINCT, REMARKS
            FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_SCHEMA = ? AND NOT IS_GENERATED""";
    private static final String MEMBERS = """
            SELECT INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION, NULL_ORDERING, IS_UNIQUE
            FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE TABLE_SCHEMA = ?""";

    private record Found(
            String table,
            String name,
            String type,
            @Nullable String nullsDistinct) {}

    private record Member(IndexMember member, boolean distinct) {}

    private final Connection connection;
    private final Place place;
    private final @Nullable String only;
    private final List<String> unknowns;

    IndexReader(Connection connection, Place place, @Nullable String only, List<String> unknowns) {
        this.connection = connection;
        this.place = place;
        this.only = only;
        this.unknowns = unknowns;
    }

    /** Indexes by table name. */
    Map<String, List<Index>> read() throws SQLException {
        List<Found> found = rows(INDEXES, " ORDER BY TABLE_NAME, INDEX_NAME", row -> {
            if (row.getString(5) != null) {
                unknowns.add("index " + row.getString(2) + " has a comment");
            }
            return new Found(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        });
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Member>> members = new HashMap<>();
        rows(
                MEMBERS,
                " ORDER BY INDEX_NAME, ORDINAL_POSITION",
                row -> members.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                        .add(new Member(
                                member(row.getString(2), row.getString(3), row.getString(4)), row.getBoolean(5))));
        Map<String, List<Index>> indexes = new HashMap<>();
        for (Found one : found) {
            indexes.computeIfAbsent(one.table(), k -> new ArrayList<>())
                    .add(index(one, members.getOrDefault(one.name(), List.of())));
        }
        return indexes;
    }

    private <T> List<T> rows(String sql, String end, Rows.Mapper<T> mapper) throws SQLException {
        return only == null
                ? Rows.of(connection, sql + end, mapper, place.schema())
                : Rows.of(connection, sql + " AND TABLE_NAME = ?" + end, mapper, place.schema(), only);
    }

    private IndexMember member(String column, String order, @Nullable String nulls) {
        boolean descending = order.equals("DESC");
        IndexMember member = IndexMember.column(column);
        IndexMember ordered = descending ? member.desc() : member;
        if (nulls == null || nulls.equals(place.usualNulls(descending))) {
            return ordered;
        }
        return nulls.equals("FIRST") ? ordered.nullsFirst() : ordered.nullsLast();
    }

    private Index index(Found found, List<Member> all) {
        boolean distinct = found.type().startsWith("UNIQUE");
        List<IndexMember> members = new ArrayList<>();
        List<String> include = new ArrayList<>();
        for (Member one : all) {
            if (distinct && !one.distinct()) {
                include.add(String.valueOf(one.member().column()));
            } else {
                members.add(one.member());
            }
        }
        if ("ALL".equals(found.nullsDistinct())) {
            unknowns.add("index " + found.name() + " has NULLS ALL DISTINCT");
        }
        String method = found.type().contains("HASH") ? "hash" : found.type().contains("SPATIAL") ? "spatial" : null;
        return new Index(
                found.name(), members, distinct, !"NO".equals(found.nullsDistinct()), method, null, include, Map.of());
    }
}
