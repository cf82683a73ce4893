package org.limbeck.settings;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.DialectProvider;

/** The kinds of databases that are known. */
final class Kinds {
    private final List<DialectProvider> providers;

    Kinds(List<DialectProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    List<String> names() {
        return providers.stream().flatMap(p -> p.names().stream()).toList();
    }

    @Nullable
    DialectProvider named(String kind) {
        return providers.stream()
                .filter(p -> p.names().contains(kind))
                .findFirst()
                .orElse(null);
    }

    /** Who knows an address, or null. */
    @Nullable
    DialectProvider of(String url) {
        return providers.stream().filter(p -> p.accepts(url)).findFirst().orElse(null);
    }

    /** The kind that an address means, or null. */
    @Nullable
    String kindOf(String url) {
        DialectProvider provider = of(url);
        if (provider == null) {
            return null;
        }
        return provider.names().stream()
                .filter(name -> url.startsWith("jdbc:" + name + ":"))
                .findFirst()
                .orElse(provider.names().get(0));
    }

    /** The name of a kind for people, such as {@code SQLite} for {@code sqlite}. */
    String title(String kind) {
        DialectProvider provider = named(kind);
        return provider == null ? kind : provider.offline(kind).title();
    }

    /** Who is meant by a word such as {@code DB_TYPE} holds: a name, or the beginning of one ({@code postgres}). */
    @Nullable
    DialectProvider meant(String type) {
        String word = type.strip().toLowerCase(Locale.ROOT);
        return providers.stream()
                .filter(p -> p.names().stream()
                        .anyMatch(name -> name.equals(word) || word.length() > 3 && name.startsWith(word)))
                .findFirst()
                .orElse(null);
    }
}
