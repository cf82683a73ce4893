package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads Liquibase's formatted SQL: change sets between comments. Not thread-safe. */
final class FormattedSql {
    private static final Pattern FORMAT =
            Pattern.compile("\\s*--\\s*liquibase\\s+formatted.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE_SET = Pattern.compile(
            "\\s*--\\s*changeset\\s+(\"[^\"]+\"|'[^']+'|[^:\\s]+):(\"[^\"]+\"|'[^']+'|\\S+)(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):(\"[^\"]*\"|'[^']*'|\\S+)");
    private static final Pattern ROLLBACK = Pattern.compile("\\s*--\\s*rollback\\b ?(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION =
            Pattern.compile("\\s*--\\s*preconditions?\\b.*|\\s*--\\s*precondition-.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMARK =
            Pattern.compile("\\s*--\\s*(comment:|validCheckSum|ignoreLines|property\\b).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK =
            Pattern.compile("\\s*/\\*\\s*liquibase\\s+rollback\\s*", Pattern.CASE_INSENSITIVE);

    private final String path;
    private final List<ChangeSet> found = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private @Nullable StringBuilder rollback;
    private @Nullable Matcher header;
    private int headerLine;
    private boolean inBlock;

    private FormattedSql(String path) {
        this.path = path;
    }

    static boolean isOne(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> FORMAT.matcher(line).matches())
                .isPresent();
    }

    static List<ChangeSet> read(String text, String path) {
        FormattedSql reader = new FormattedSql(path);
        int number = 0;
        for (String line : text.lines().toList()) {
            reader.line(line, ++number);
        }
        reader.end();
        return reader.found;
    }

    private void line(String line, int number) {
        Matcher changeSet = CHANGE_SET.matcher(line);
        if (changeSet.matches()) {
            end();
            header = changeSet;
            headerLine = number;
        } else if (header != null) {
            inside(line);
        }
    }

    private void inside(String line) {
        Matcher back = ROLLBACK.matcher(line);
        if (inBlock) {
            inBlock = !line.strip().endsWith("*/");
            String rest = inBlock ? line : line.substring(0, line.lastIndexOf("*/"));
            rollback().append(rest.isBlank() ? "" : rest + "\n");
        } else if (BLOCK.matcher(line).matches()) {
            inBlock = true;
            rollback();
        } else if (back.matches()) {
            rollbackLine(back.group(1).strip());
        } else if (CONDITION.matcher(line).matches()) {
            if (notes.isEmpty()) {
                notes.add("its preconditions");
            }
        } else if (!REMARK.matcher(line).matches()) {
            sql.append(line).append('\n');
        }
    }

    private void rollbackLine(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("changesetid:")) {
            notes.add("its rollback by another change set");
        } else if (lower.equals("empty") || lower.equals("not required")) {
            rollback();
        } else {
            rollback().append(text).append('\n');
        }
    }

    private StringBuilder rollback() {
        if (rollback == null) {
            rollback = new StringBuilder();
        }
        return rollback;
    }

    private void end() {
        if (header != null) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher matcher = ATTRIBUTE.matcher(header.group(3));
            while (matcher.find()) {
                attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), bare(matcher.group(2)));
            }
            String logical = attributes.getOrDefault("logicalfilepath", path);
            found.add(new ChangeSet(
                    logical,
                    bare(header.group(2)),
                    bare(header.group(1)),
                    attributes,
                    sql.toString().strip() + "\n",
                    rollback == null ? null : rollback.toString(),
                    notes,
                    path + ":" + headerLine));
        }
        sql.setLength(0);
        notes.clear();
        rollback = null;
        inBlock = false;
    }

    private static String bare(String text) {
        boolean quoted = text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
