package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.migration.Naming;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;

/** Tables and their parts in the words of scripts. */
final class JavaNouns {
    private JavaNouns() {}

    // ---- tables

    /** The parts of a table as createTable and dropTable take them. */
    static List<Code> parts(Table table) {
        List<Code> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(column)));
        table.constraints().forEach(constraint -> parts.add(named(table.name(), constraint)));
        table.indexes().forEach(index -> parts.add(named(table.name(), index)));
        if (table.comment() != null) {
            parts.add(Code.word("comment", Code.text(table.comment())));
        }
        table.options()
                .forEach((dialect, words) -> parts.add(Code.word("option", Code.text(dialect), Code.text(words))));
        return parts;
    }

    // ---- columns

    static Code column(Column column) {
        Links links = new Links(Code.word("column", Code.text(column.name()), type(column.type())));
        links.when(!column.nullable(), "notNull");
        defaultValue(column.defaultValue(), links);
        generation(column.generation(), links);
        return links.text("comment", column.comment())
                .text("collate", column.collation())
                .each("option", column.options())
                .code();
    }

    private static void defaultValue(@Nullable DefaultValue value, Links links) {
        if (value instanceof DefaultValue.Literal literal) {
            links.then("defaultTo", JavaValues.of(literal.value()));
        } else if (value instanceof DefaultValue.Expression expression) {
            links.then("defaultSql", Code.text(expression.sql().sql()))
                    .each("defaultSqlOn", expression.sql().perDialect());
        }
    }

    private static void generation(@Nullable Generation generation, Links links) {
        if (generation instanceof Generation.Identity identity) {
            links.then(word(identity))
                    .number("startingAt", identity.start())
                    .number("incrementBy", identity.increment());
        } else if (generation instanceof Generation.FromSequence from) {
            links.then("fromSequence", name(from.sequence()));
        } else if (generation instanceof Generation.Computed computed) {
            links.then(word(computed), Code.text(computed.expression().sql()))
                    .each("computedOn", computed.expression().perDialect());
        }
    }

    /** What fills a column, for setGeneration. */
    static Code generation(Generation generation) {
        if (generation instanceof Generation.Identity identity) {
            return new Links(Code.word(word(identity)))
                    .number("startingAt", identity.start())
                    .number("incrementBy", identity.increment())
                    .code();
        }
        if (generation instanceof Generation.Computed computed) {
            return new Links(Code.word(
                            word(computed), Code.text(computed.expression().sql())))
                    .each("on", computed.expression().perDialect())
                    .code();
        }
        return Code.word("fromSequence", name(((Generation.FromSequence) generation).sequence()));
    }

    private static String word(Generation.Identity identity) {
        return identity.always() ? "autoIncrementAlways" : "autoIncrement";
    }

    private static String word(Generation.Computed computed) {
        return computed.stored() ? "storedAs" : "virtualAs";
    }

    // ---- types

    static Code type(DataType type) {
        Links links = new Links(plainType(type));
        type.perDialect().forEach((dialect, other) -> {
            boolean spelling = other.name() != null && other.equals(DataType.ofNative(other.name()));
            links.then("on", Code.text(dialect), spelling ? Code.text(String.valueOf(other.name())) : type(other));
        });
        return links.code();
    }

    private static Code plainType(DataType type) {
        String name = type.name();
        if (type.kind() == TypeKind.ENUM && name != null && type.arguments().isEmpty()) {
            List<Code> values = new ArrayList<>(List.of(Code.text(name)));
            values.addAll(Code.texts(type.values()));
            return Code.word("enumOf", values);
        }
        if (type.kind() == TypeKind.ARRAY && type.element() != null) {
            return Code.word("arrayOf", type(type.element()));
        }
        if (type.kind() == TypeKind.NATIVE && name != null) {
            return Code.word("type", Code.text(name));
        }
        List<Code> arguments = type.arguments().stream().map(Code::plain).toList();
        String word = TypeWords.of(type.kind(), arguments.size());
        return word != null ? Code.word(word, arguments) : general(type.kind(), arguments);
    }

    /** What no word says, such as a decimal without a scale. */
    private static Code general(TypeKind kind, List<Code> arguments) {
        List<Code> all = new ArrayList<>();
        all.add(new Code.Plain("TypeKind." + kind, "org.limbeck.schema.TypeKind"));
        all.addAll(arguments);
        return Code.of("org.limbeck.schema.DataType", "of", all);
    }

    // ---- constraints

    /** Without its name where the recorder gives it the same. */
    static Code named(QualifiedName table, Constraint constraint) {
        boolean usual = Naming.name(table, constraint).equals(constraint.name());
        return constraint(constraint, usual ? null : constraint.name());
    }

    /** With its name. */
    static Code constraint(Constraint constraint) {
        return constraint(constraint, constraint.name());
    }

    static Code constraint(Constraint constraint, @Nullable String name) {
        return links(constraint).text("named", name).code();
    }

    private static Links links(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return deferrable(new Links(Code.word("primaryKey", Code.texts(key.columns()))), key.deferrability());
        }
        if (constraint instanceof Unique unique) {
            Links links = new Links(Code.word("unique", Code.texts(unique.columns())))
                    .when(!unique.nullsDistinct(), "nullsNotDistinct");
            return deferrable(links, unique.deferrability());
        }
        if (constraint instanceof Check check) {
            return new Links(Code.word("check", Code.text(check.expression().sql())))
                    .each("on", check.expression().perDialect())
                    .when(!check.validated(), "notValid");
        }
        return constraint instanceof ForeignKey key ? foreignKey(key) : exclusion((Exclusion) constraint);
    }

    private static Links foreignKey(ForeignKey key) {
        List<Code> target = new ArrayList<>(List.of(name(key.references())));
        target.addAll(Code.texts(key.referencedColumns()));
        Links links = new Links(Code.word("foreignKey", Code.texts(key.columns()))).then("references", target);
        action(links, "onDelete", key.onDelete());
        action(links, "onUpdate", key.onUpdate());
        return deferrable(links, key.deferrability()).text("match", key.match()).when(!key.validated(), "notValid");
    }

    private static void action(Links links, String word, ReferentialAction action) {
        links.when(
                action != ReferentialAction.NO_ACTION,
                word,
                new Code.Plain("ReferentialAction." + action, ReferentialAction.class.getName()));
    }

    private static Links deferrable(Links links, Deferrability when) {
        return links.when(
                when != Deferrability.NOT_DEFERRABLE,
                "deferrable",
                new Code.Plain("Deferrability." + when, Deferrability.class.getName()));
    }

    private static Links exclusion(Exclusion exclusion) {
        List<Code> arguments = new ArrayList<>(List.of(Code.text(exclusion.method())));
        exclusion.elements().forEach(element -> arguments.add(element(element)));
        Links links = new Links(Code.word("exclude", arguments));
        where(links, exclusion.where());
        return deferrable(links, exclusion.deferrability());
    }

    private static Code element(Exclusion.Element element) {
        Code operator = Code.text(element.operator());
        if (element.column() != null) {
            return Code.word("with", Code.text(element.column()), operator);
        }
        SqlText expression = element.expression() == null ? SqlText.of("") : element.expression();
        if (expression.perDialect().isEmpty()) {
            return Code.word("withExpression", Code.text(expression.sql()), operator);
        }
        return new Code.Call(
                "new Exclusion.Element",
                List.of(Code.plain("null"), sql(expression), operator),
                Exclusion.class.getName(),
                false);
    }

    // ---- indexes

    /** Without its name where the recorder gives it the same. */
    static Code named(QualifiedName table, Index index) {
        boolean usual = Naming.name(table, index).equals(index.name());
        return index(index, usual ? null : index.name());
    }

    /** With its name. */
    static Code index(Index index) {
        return index(index, index.name());
    }

    static Code index(Index index, @Nullable String name) {
        boolean columns = index.members().stream()
                .allMatch(member -> member.column() != null && member.equals(IndexMember.column(member.column())));
        List<Code> members = columns
                ? Code.texts(index.columns())
                : index.members().stream().map(JavaNouns::member).toList();
        Links links = new Links(Code.word("index", members))
                .when(index.distinct(), "unique")
                .when(!index.nullsDistinct(), "nullsNotDistinct")
                .text("using", index.method());
        where(links, index.where());
        if (!index.include().isEmpty()) {
            links.then("include", Code.texts(index.include()));
        }
        return links.each("option", index.options()).text("named", name).code();
    }

    private static Code member(IndexMember member) {
        if (member.expression() != null) {
            SqlText sql = member.expression();
            Links links = new Links(Code.word("expression", Code.text(sql.sql()))).each("on", sql.perDialect());
            return order(member, links.when(member.descending(), "desc")).code();
        }
        Code column = Code.text(String.valueOf(member.column()));
        return order(member, new Links(Code.word(member.descending() ? "desc" : "asc", column)))
                .code();
    }

    private static Links order(IndexMember member, Links links) {
        return links.when(member.nulls() == IndexMember.Nulls.FIRST, "nullsFirst")
                .when(member.nulls() == IndexMember.Nulls.LAST, "nullsLast")
                .text("operatorClass", member.operatorClass())
                .text("collate", member.collation())
                .number("prefix", member.prefix());
    }

    private static void where(Links links, @Nullable SqlText predicate) {
        if (predicate != null && predicate.perDialect().isEmpty()) {
            links.then("where", Code.text(predicate.sql()));
        } else if (predicate != null) {
            links.then("withWhere", sql(predicate));
        }
    }

    // ---- small things

    /** SQL with words for several dialects, where no word of scripts takes it. */
    static Code sql(SqlText sql) {
        return new Links(Code.of(SqlText.class.getName(), "of", List.of(Code.text(sql.sql()))))
                .each("on", sql.perDialect())
                .code();
    }

    static Code name(QualifiedName name) {
        return Code.text(name.toString());
    }
}
