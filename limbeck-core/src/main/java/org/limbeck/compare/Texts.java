package org.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.LimbeckException;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.TablePart;
import org.limbeck.schema.Unique;

/** Things of a schema in a few words for people. */
final class Texts {
    private final Dialect dialect;

    Texts(Dialect dialect) {
        this.dialect = dialect;
    }

    static String columns(Table table) {
        return table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    String column(Column column) {
        StringBuilder text = new StringBuilder(type(column.type()));
        text.append(column.nullable() ? "" : " not null");
        if (column.defaultValue() != null) {
            text.append(" default ").append(value(column.defaultValue(), column.type()));
        }
        if (column.generation() != null) {
            text.append(' ').append(generation(column.generation()));
        }
        return text.toString();
    }

    String type(DataType type) {
        try {
            return dialect.type(type);
        } catch (LimbeckException | UnsupportedOperationException e) {
            return type.name() == null ? type.kind().name().toLowerCase(Locale.ROOT) : type.name();
        }
    }

    String value(@Nullable DefaultValue value, DataType type) {
        if (value instanceof DefaultValue.Literal literal) {
            try {
                return dialect.literal(literal.value(), type);
            } catch (LimbeckException | IllegalArgumentException e) {
                return String.valueOf(literal.value());
            }
        }
        return value instanceof DefaultValue.Expression expression ? dialect.words(expression.sql()) : "none";
    }

    String generation(@Nullable Generation generation) {
        if (generation instanceof Generation.Identity identity) {
            return (identity.always() ? "identity always" : "identity")
                    + (identity.start() == null ? "" : " from " + identity.start())
                    + (identity.increment() == null ? "" : " by " + identity.increment());
        }
        if (generation instanceof Generation.FromSequence from) {
            return "from sequence " + from.sequence();
        }
        return generation instanceof Generation.Computed computed
                ? "computed" + (computed.stored() ? " and kept" : "") + " as " + dialect.words(computed.expression())
                : "none";
    }

    String part(TablePart part) {
        if (part instanceof Index index) {
            return index(index);
        }
        if (part instanceof ForeignKey key) {
            return foreignKey(key);
        }
        if (part instanceof Check check) {
            return dialect.words(check.expression()) + (check.validated() ? "" : " not valid");
        }
        if (part instanceof Unique unique) {
            return bracketed(unique.columns())
                    + (unique.nullsDistinct() ? "" : " nulls not distinct")
                    + deferrability(unique.deferrability());
        }
        if (part instanceof Exclusion exclusion) {
            return exclusion(exclusion);
        }
        return part instanceof org.limbeck.schema.PrimaryKey key
                ? bracketed(key.columns()) + deferrability(key.deferrability())
                : "";
    }

    private String exclusion(Exclusion exclusion) {
        List<String> elements = new ArrayList<>();
        for (Exclusion.Element element : exclusion.elements()) {
            elements.add((element.column() == null ? words(element.expression()) : element.column()) + " with "
                    + element.operator());
        }
        return "using " + exclusion.method() + " " + bracketed(elements)
                + (exclusion.where() == null ? "" : " where " + words(exclusion.where()))
                + deferrability(exclusion.deferrability());
    }

    private String foreignKey(ForeignKey key) {
        return bracketed(key.columns()) + " references " + key.references()
                + (key.referencedColumns().isEmpty() ? "" : " " + bracketed(key.referencedColumns()))
                + action(" on delete ", key.onDelete())
                + action(" on update ", key.onUpdate())
                + (key.match() == null ? "" : " match " + key.match().toLowerCase(Locale.ROOT))
                + deferrability(key.deferrability())
                + (key.validated() ? "" : " not valid");
    }

    private static String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : words + plain(action.name());
    }

    private static String deferrability(Deferrability when) {
        return when == Deferrability.NOT_DEFERRABLE ? "" : " " + plain(when.name());
    }

    private static String plain(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String index(Index index) {
        return (index.distinct() ? "unique " : "")
                + (index.method() == null ? "" : index.method() + " ")
                + bracketed(index.members().stream().map(this::member).toList())
                + (index.nullsDistinct() ? "" : " nulls not distinct")
                + (index.include().isEmpty() ? "" : " include " + bracketed(index.include()))
                + (index.where() == null ? "" : " where " + words(index.where()))
                + options(index.options());
    }

    private String member(IndexMember member) {
        return (member.column() == null ? words(member.expression()) : member.column())
                + (member.prefix() == null ? "" : "(" + member.prefix() + ")")
                + (member.collation() == null ? "" : " collate " + member.collation())
                + (member.operatorClass() == null ? "" : " " + member.operatorClass())
                + (member.descending() ? " desc" : "")
                + (member.nulls() == null
                        ? ""
                        : " nulls " + plain(member.nulls().name()));
    }

    private String words(@Nullable SqlText text) {
        return text == null ? "" : dialect.words(text);
    }

    private static String bracketed(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }

    String options(Map<String, String> options) {
        for (String name : dialect.answersTo()) {
            String words = options.get(name);
            if (words != null) {
                return " " + words;
            }
        }
        return "";
    }

    static String sequence(Sequence sequence) {
        StringBuilder text = new StringBuilder();
        append(text, "start", sequence.start());
        append(text, "increment", sequence.increment());
        append(text, "minimum", sequence.minimum());
        append(text, "maximum", sequence.maximum());
        append(text, "cache", sequence.cache());
        return (text + (sequence.cycle() ? " cycle" : "")).strip();
    }

    private static void append(StringBuilder text, String word, @Nullable Long value) {
        if (value != null) {
            text.append(' ').append(word).append(' ').append(value);
        }
    }
}
