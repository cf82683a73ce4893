package org.limbeck.adopt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL that another tool printed, cut at its comments.
 *
 * @param pieces the SQL of each revision, by what the comment calls it; without what keeps the tool's own table
 */
record GeneratedSql(Map<String, Piece> pieces) {
    private static final Pattern ENDS = Pattern.compile("COMMIT;|END;|COMMIT\\s+TRANSACTION;");
    private static final Pattern BEGINS = Pattern.compile("BEGIN;|START TRANSACTION;|BEGIN\\s+TRANSACTION;");

    /** @param transactional false if the tool ended its transaction in the middle */
    record Piece(String sql, boolean transactional) {}

    /**
     * Cuts a text.
     *
     * @param marker a line that begins a piece; its first group is the name
     * @param own what begins a statement about the tool's own tables
     */
    static GeneratedSql cut(String text, Pattern marker, Pattern own) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        String name = null;
        StringBuilder piece = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher matcher = marker.matcher(line);
            if (matcher.matches()) {
                put(pieces, name, piece.toString(), own);
                name = matcher.group(1);
                piece.setLength(0);
            } else {
                piece.append(line).append('\n');
            }
        }
        put(pieces, name, piece.toString(), own);
        return new GeneratedSql(pieces);
    }

    private static void put(
            Map<String, Piece> pieces, @org.jspecify.annotations.Nullable String name, String text, Pattern own) {
        if (name == null) {
            return;
        }
        StringBuilder sql = new StringBuilder();
        boolean transactional = true;
        boolean outside = false;
        boolean skipping = false;
        for (String line : text.lines().toList()) {
            if (skipping || own.matcher(line).lookingAt()) {
                skipping = !line.stripTrailing().endsWith(";");
            } else if (ENDS.matcher(line.strip()).matches()) {
                outside = true;
            } else if (BEGINS.matcher(line.strip()).matches()) {
                outside = false;
            } else {
                transactional &= !outside || line.isBlank() || line.startsWith("--");
                sql.append(line).append('\n');
            }
        }
        pieces.put(name, new Piece(sql.toString().strip(), transactional));
    }
}
