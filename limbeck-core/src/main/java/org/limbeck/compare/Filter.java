package org.limbeck.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;

/**
 * What is compared at all. What is left out is left out on both sides: it is neither added, changed nor removed. A
 * foreign key of a table that is compared is compared also where it refers to one that is not.
 *
 * @param without kinds of things that are left alone
 * @param only tables (and views, sequences, ...) that are compared; empty for all
 * @param except tables (and views, sequences, ...) that are left alone
 * @param schemas the schemas that are compared, by pattern; empty for all; the connection's own is always compared
 * @param exceptForeignKeys foreign keys that are left alone, by their names or the names of their tables
 */
public record Filter(
        Set<ObjectKind> without,
        List<NamePattern> only,
        List<NamePattern> except,
        List<NamePattern> schemas,
        List<NamePattern> exceptForeignKeys) {

    /** The tables by which Limbeck and other tools keep their books. */
    private static final List<NamePattern> BOOKS = Stream.of(
                    "limbeck_*",
                    "flyway_schema_history",
                    "schema_version",
                    "databasechangelog",
                    "databasechangeloglock",
                    "alembic_version",
                    "django_migrations",
                    "schema_migrations",
                    "ar_internal_metadata",
                    "__efmigrationshistory",
                    "knex_migrations*",
                    "_prisma_migrations",
                    "goose_db_version",
                    "atlas_schema_revisions",
                    "sequelizemeta")
            .map(NamePattern::new)
            .toList();

    /** Everything but the tables by which Limbeck and other tools keep their books. */
    public static final Filter USUAL = new Filter(Set.of(), List.of(), List.of(), List.of(), List.of());

    public Filter {
        without = Set.copyOf(without);
        only = List.copyOf(only);
        except = List.copyOf(except);
        schemas = List.copyOf(schemas);
        exceptForeignKeys = List.copyOf(exceptForeignKeys);
    }

    /** Leaves alone what has such names; {@code *} stands for any characters. */
    public Filter except(String... patterns) {
        return new Filter(without, only, plus(except, patterns), schemas, exceptForeignKeys);
    }

    /** Compares only what has such names. */
    public Filter only(String... patterns) {
        return new Filter(without, plus(only, patterns), except, schemas, exceptForeignKeys);
    }

    /** Leaves alone all things of a kind. */
    public Filter without(ObjectKind... kinds) {
        Set<ObjectKind> more = EnumSet.noneOf(ObjectKind.class);
        more.addAll(without);
        more.addAll(List.of(kinds));
        return new Filter(more, only, except, schemas, exceptForeignKeys);
    }

    /** Compares only the connection's own schema and those with such names. */
    public Filter schemas(String... patterns) {
        return new Filter(without, only, except, plus(schemas, patterns), exceptForeignKeys);
    }

    /** Leaves alone foreign keys with such names, or of such tables. */
    public Filter exceptForeignKeys(String... patterns) {
        return new Filter(without, only, except, schemas, plus(exceptForeignKeys, patterns));
    }

    private static List<NamePattern> plus(List<NamePattern> some, String... more) {
        List<NamePattern> all = new ArrayList<>(some);
        for (String pattern : more) {
            all.add(new NamePattern(pattern));
        }
        return all;
    }

    boolean takes(ObjectKind kind) {
        return !without.contains(kind);
    }

    /** Whether a thing with a name of its own is compared. */
    public boolean takes(ObjectKind kind, QualifiedName name) {
        String schema = name.schema();
        return takes(kind)
                && takes(name)
                && (schema == null || schemas.isEmpty() || schemas.stream().anyMatch(p -> p.matches(schema)));
    }

    /** Whether something of this name is compared, wherever it is. */
    private boolean takes(QualifiedName name) {
        boolean wanted = only.isEmpty() || only.stream().anyMatch(p -> p.matches(name));
        return wanted
                && except.stream().noneMatch(p -> p.matches(name))
                && BOOKS.stream().noneMatch(p -> p.matches(name));
    }

    boolean takes(QualifiedName table, ForeignKey key) {
        String name = key.name();
        return takes(ObjectKind.FOREIGN_KEY)
                && exceptForeignKeys.stream().noneMatch(p -> p.matches(table) || (name != null && p.matches(name)));
    }
}
