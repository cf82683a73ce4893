package org.limbeck.meaning;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.Place;
import org.limbeck.operation.DataStep;
import org.limbeck.operation.DialectOperation;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunStep;
import org.limbeck.schema.DataType;
import org.limbeck.schema.SqlText;

/**
 * One text for one meaning: values are written by the names of their components, and what is null, empty or false is left
 * out, so that a component added by a later release changes no text that was written before. Places and code are no part
 * of it.
 */
public final class Canonical {
    private final Words words;

    /** Chooses among the words for several dialects. */
    public interface Words {
        String of(SqlText text);

        DataType of(DataType type);

        /** What raw SQL means, without its layout. */
        default String of(ExecuteSql operation) {
            return "sql " + of(operation.sql());
        }

        /** What a data step means: its name and its code. */
        default String of(RunStep operation) {
            return "run " + operation.name();
        }

        /** What a choice by dialect amounts to here, or null to keep it whole. */
        default @Nullable List<Operation> of(OnDialects operation) {
            return null;
        }
    }

    public Canonical(Words words) {
        this.words = words;
    }

    /** Keeps the words for all dialects. */
    public static Canonical ofAll() {
        return new Canonical(new Words() {
            @Override
            public String of(SqlText text) {
                return text.perDialect().isEmpty() ? text.sql() : text.sql() + new TreeMap<>(text.perDialect());
            }

            @Override
            public DataType of(DataType type) {
                return type;
            }
        });
    }

    public String text(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof SqlText sql) {
            quoted(words.of(sql), out);
        } else if (value instanceof ExecuteSql operation) {
            quoted(words.of(operation), out);
        } else if (value instanceof RunStep operation) {
            quoted(words.of(operation), out);
        } else if (value instanceof OnDialects operation && words.of(operation) != null) {
            write(words.of(operation), out);
        } else if (value instanceof DialectOperation operation) {
            out.append(operation.getClass().getName()).append('(');
            quoted(operation.meaning(), out);
            out.append(')');
        } else if (value instanceof DataType type) {
            record(words.of(type), out);
        } else if (value instanceof Record other) {
            record(other, out);
        } else if (value instanceof Collection<?> list) {
            out.append('[');
            list.forEach(element -> element(element, out));
            out.append(']');
        } else if (value instanceof Map<?, ?> map) {
            out.append('{');
            map.forEach((key, element) -> {
                write(key, out);
                out.append(':');
                write(element, out);
                out.append(',');
            });
            out.append('}');
        } else if (value instanceof byte[] bytes) {
            out.append("bytes").append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof String text) {
            quoted(text, out);
        } else {
            out.append(value);
        }
    }

    /** A choice by dialect stands for what it amounts to, which may be nothing. */
    private void element(@Nullable Object element, StringBuilder out) {
        List<Operation> chosen = element instanceof OnDialects operation ? words.of(operation) : null;
        if (chosen == null) {
            write(element, out);
            out.append(',');
        } else {
            chosen.forEach(operation -> element(operation, out));
        }
    }

    private void record(Record record, StringBuilder out) {
        out.append(record.getClass().getSimpleName()).append('(');
        for (Part part : PARTS.get(record.getClass())) {
            Object value = part.of(record);
            if (!without(value)) {
                out.append(part.name).append('=');
                write(value, out);
                out.append(';');
            }
        }
        out.append(')');
    }

    private static boolean without(@Nullable Object value) {
        return value == null
                || value instanceof Place
                || value instanceof DataStep
                || Boolean.FALSE.equals(value)
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    /** The components of each class, for the JVM makes them anew whenever it is asked. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::new).toList();
        }
    };

    /** One component. */
    private static final class Part {
        private final String name;
        private final Method accessor;

        Part(RecordComponent component) {
            this.name = component.getName();
            this.accessor = component.getAccessor();
            this.accessor.setAccessible(true);
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("component " + name + " cannot be read", e);
            }
        }
    }

    private static void quoted(String text, StringBuilder out) {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
