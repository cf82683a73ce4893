package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.limbeck.adopt.CarriedScript.Section;

/**
 * For which databases a change set of Liquibase is.
 *
 * @param only the names that are given; empty for all
 * @param without the names that are excluded
 */
record DbmsList(List<String> only, List<String> without) {
    /** The names that both tools know. */
    private static final Set<String> SHARED = Set.of("postgresql", "mysql", "mariadb", "sqlite", "h2");

    static DbmsList of(String attribute) {
        List<String> only = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (String part : attribute.toLowerCase(Locale.ROOT).split(",", -1)) {
            String name = part.strip();
            if (name.startsWith("!")) {
                without.add(name.substring(1));
            } else if (!name.isEmpty() && !name.equals("all")) {
                only.add(name);
            }
        }
        return new DbmsList(only, without);
    }

    boolean includes(String dialect) {
        return (only.isEmpty() || only.contains(dialect)) && !without.contains(dialect);
    }

    /** With Limbeck MySQL means MariaDB too, with Liquibase it does not. */
    List<Section> sections(String sql) {
        if (only.isEmpty() && without.isEmpty()) {
            return List.of(new Section("upgrade", sql));
        }
        boolean general = only.isEmpty();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("upgrade", general ? sql : ""));
        for (String name : SHARED.stream().sorted().toList()) {
            if (includes(name) != general) {
                sections.add(new Section("upgrade " + name, general ? "" : sql));
            }
        }
        boolean mysql = includes("mysql") != general;
        boolean mariadb = includes("mariadb") != general;
        if (mysql && !mariadb) {
            sections.add(new Section("upgrade mariadb", general ? sql : ""));
        }
        return sections;
    }
}
