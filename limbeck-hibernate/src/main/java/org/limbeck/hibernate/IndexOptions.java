package org.limbeck.hibernate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Index;

/** What stands behind the columns of an index: {@code include (b) where a > 0}. */
final class IndexOptions {
    private IndexOptions() {}

    static Index apply(Index index, String words, MappedNames names, Dialect dialect) {
        DefinitionTokens tokens = new DefinitionTokens(words);
        Index changed = index;
        List<String> rest = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            switch (tokens.word(at)) {
                case "WHERE" -> {
                    changed = changed.where(ColumnDefinition.inner(tokens.text(at + 1, tokens.size())));
                    at = tokens.size();
                }
                case "INCLUDE" -> {
                    String columns = ColumnDefinition.inner(tokens.text(at + 1, at + 2));
                    changed = changed.include(Arrays.stream(columns.split(","))
                            .map(c -> names.word(c.strip()))
                            .toArray(String[]::new));
                    at++;
                }
                default -> rest.add(tokens.get(at).text());
            }
        }
        return rest.isEmpty() ? changed : changed.option(dialect.name(), String.join(" ", rest));
    }
}
