package org.limbeck.hibernate;

import java.util.List;
import java.util.regex.Pattern;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.QualifiedName;

/** Names as the database keeps them: what Hibernate writes bare is folded as a bare word is. */
final class MappedNames {
    /** What Hibernate makes up for constraints without a name: a prefix and 128 bits to the base of 35. */
    private static final Pattern INVENTED = Pattern.compile("(?i)(fk|uk|idx|uc)_?[0-9a-z]{18,25}");

    private final Dialect dialect;
    private final NameQualifierSupport qualifiers;

    MappedNames(Dialect dialect, Database database) {
        this.dialect = dialect;
        this.qualifiers = database.getJdbcEnvironment().getNameQualifierSupport();
    }

    QualifiedName of(org.hibernate.mapping.Table table) {
        return of(table.getCatalogIdentifier(), table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    QualifiedName of(@Nullable Identifier catalog, @Nullable Identifier schema, Identifier name) {
        return new QualifiedName(namespace(catalog, schema), of(name));
    }

    private @Nullable String namespace(@Nullable Identifier catalog, @Nullable Identifier schema) {
        Identifier chosen = qualifiers.supportsSchemas() ? schema : catalog;
        return chosen == null ? null : of(chosen);
    }

    String of(Identifier name) {
        return name.isQuoted() ? name.getText() : dialect.bareName(name.getText());
    }

    String of(org.hibernate.mapping.Column column) {
        return column.isQuoted() ? column.getName() : dialect.bareName(column.getName());
    }

    List<String> of(List<org.hibernate.mapping.Column> columns) {
        return columns.stream().map(this::of).toList();
    }

    /** A name as it stands in SQL, in quotes or bare. */
    String word(String text) {
        String plain = unquoted(text);
        return plain.equals(text) ? dialect.bareName(text) : plain;
    }

    /** The name that a person gave, or null where Hibernate invented one. */
    @Nullable
    String given(@Nullable String name) {
        return name == null || name.isEmpty() || INVENTED.matcher(name).matches() ? null : word(name);
    }

    static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '`')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
