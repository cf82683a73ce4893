package org.limbeck.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.model.Model;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;

/** Reads Hibernate's metadata as a schema. */
final class ModelReader {
    private final Metadata metadata;
    private final Dialect dialect;
    private final Database database;
    private final MappedNames names;
    private final SqlStringGenerationContext context;
    private final EnumTypes enums;
    private final List<Problem> problems = new ArrayList<>();

    ModelReader(Metadata metadata, Dialect dialect) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.database = metadata.getDatabase();
        this.names = new MappedNames(dialect, database);
        this.context = SqlStringGenerationContextImpl.fromExplicit(database.getJdbcEnvironment(), database, null, null);
        this.enums = EnumTypes.of(database, names, context);
    }

    /** @throws LimbeckException MODEL_UNREADABLE with all columns that have no type here and tables named alike */
    Model read() {
        Map<QualifiedName, org.hibernate.mapping.Table> sources = tables();
        Schema schema = Schema.EMPTY
                .withEnums(enums.types)
                .plusTables(sources.values().stream().map(this::table).toList());
        for (Namespace namespace : database.getNamespaces()) {
            for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
                schema = schema.with(sequence(sequence));
            }
        }
        if (!problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
        List<String> remarks = new ArrayList<>(enums.remarks);
        remarks.addAll(shared());
        return new Model(schema, Model.Scope.TABLES, remarks, firstRows(sources));
    }

    private Map<QualifiedName, org.hibernate.mapping.Table> tables() {
        Map<QualifiedName, org.hibernate.mapping.Table> tables = new TreeMap<>(Comparator.naturalOrder());
        Map<String, org.hibernate.mapping.Table> byKey = new HashMap<>();
        for (Namespace namespace : database.getNamespaces()) {
            for (org.hibernate.mapping.Table table : namespace.getTables()) {
                if (table.isPhysicalTable() && !table.isView()) {
                    QualifiedName name = names.of(table);
                    org.hibernate.mapping.Table other = byKey.put(dialect.nameKey(name.toString()), table);
                    if (other != null) {
                        problems.add(alike(table, other));
                    }
                    tables.put(name, table);
                }
            }
        }
        return tables;
    }

    private Problem alike(org.hibernate.mapping.Table table, org.hibernate.mapping.Table other) {
        return Problem.of(
                        ErrorCode.MODEL_UNREADABLE,
                        "Two tables of the model are named alike: " + other.getName() + " and " + table.getName())
                .why("They are of " + classes(other) + " and " + classes(table) + "; " + dialect.title()
                        + " does not tell apart the names.")
                .todo("Give one of them another name:  @Table(name = \"...\")");
    }

    private String classes(org.hibernate.mapping.Table table) {
        List<String> of = metadata.getEntityBindings().stream()
                .filter(e -> e.getTable().equals(table))
                .map(PersistentClass::getEntityName)
                .toList();
        return of.isEmpty() ? "an association" : String.join(", ", of);
    }

    /** Entities that share a table without being one family; Hibernate allows it, but it is seldom meant. */
    private List<String> shared() {
        Map<org.hibernate.mapping.Table, String> owners = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            String other = entity instanceof RootClass ? owners.put(entity.getTable(), entity.getEntityName()) : null;
            if (other != null) {
                remarks.add("the entities " + other + " and " + entity.getEntityName() + " share the table "
                        + entity.getTable().getName());
            }
        }
        return remarks;
    }

    private Table table(org.hibernate.mapping.Table source) {
        QualifiedName name = names.of(source);
        try {
            Table table = new TableReader(metadata, dialect, names, enums, source).read();
            for (org.limbeck.schema.ForeignKey key : new ForeignKeys(names).of(source)) {
                table = table.plus(key);
            }
            return table;
        } catch (MappingException e) {
            problems.add(Problem.of(
                            ErrorCode.MODEL_UNREADABLE,
                            "A column of table " + name + " has no type on " + dialect.title())
                    .why(String.valueOf(e.getMessage()))
                    .todo("Give the column a type that " + dialect.title()
                            + " has:  @Column(columnDefinition = \"...\")"));
            return Table.of(name, List.of());
        }
    }

    private Sequence sequence(org.hibernate.boot.model.relational.Sequence source) {
        QualifiedName name = names.of(
                source.getName().getCatalogName(),
                source.getName().getSchemaName(),
                source.getName().getSequenceName());
        return new Sequence(
                name,
                unlessOne(source.getInitialValue()),
                unlessOne(source.getIncrementSize()),
                null,
                null,
                false,
                cache(source));
    }

    /** Hibernate asks MariaDB not to cache numbers. */
    private @Nullable Long cache(org.hibernate.boot.model.relational.Sequence source) {
        String[] create = database.getDialect()
                .getSequenceSupport()
                .getCreateSequenceStrings("s", source.getInitialValue(), source.getIncrementSize());
        return String.join(" ", create).toLowerCase(Locale.ROOT).contains(" nocache") ? 0L : null;
    }

    private static @Nullable Long unlessOne(long number) {
        return number == 1 ? null : number;
    }

    private Map<QualifiedName, List<String>> firstRows(Map<QualifiedName, org.hibernate.mapping.Table> sources) {
        Map<QualifiedName, List<String>> rows = new LinkedHashMap<>();
        sources.forEach((name, source) -> {
            Map<String, String> statements = new LinkedHashMap<>();
            for (InitCommand command : source.getInitCommands(context)) {
                for (String sql : command.getInitCommands()) {
                    statements.putIfAbsent(withoutColumns(sql), sql);
                }
            }
            if (!statements.isEmpty()) {
                rows.put(name, List.copyOf(statements.values()));
            }
        });
        return rows;
    }

    /** Hibernate may have the same row several times, with the names of the columns and without. */
    private static String withoutColumns(String sql) {
        return sql.replaceAll("\\s*\\([^()]*\\)\\s*values\\s*", " values ").replace(" ", "");
    }
}
