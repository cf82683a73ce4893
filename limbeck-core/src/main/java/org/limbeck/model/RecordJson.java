package org.limbeck.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Pool;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.QualifiedName;

/**
 * Records as JSON and back, by the names of their components: what a record has cannot be forgotten. What is null, false
 * or empty is left out. A value of a sealed type says which one it is. One instance reads one document.
 */
final class RecordJson {
    private static final String KIND = "kind_of";
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Pool pool = new Pool();

    /** What a class of records is made of, which is slow to ask for. */
    private record Shape(RecordComponent[] components, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Shape(components, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    // ---- writing

    static @Nullable Object write(@Nullable Object value, Type declared) {
        if (value instanceof DefaultValue.Literal literal) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put(KIND, "Literal");
            json.putAll(LiteralJson.write(literal.value()));
            return json;
        }
        if (value instanceof Record) {
            return writeRecord((Record) value, declared);
        }
        if (value instanceof List<?> list) {
            Type element = argument(declared, 0);
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(one -> all.add(write(one, element)));
            return all;
        }
        if (value instanceof Map<?, ?> map) {
            Type element = argument(declared, 1);
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((key, one) -> all.put(String.valueOf(key), write(one, element)));
            return all;
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static Map<String, @Nullable Object> writeRecord(Record value, Type declared) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (value.getClass() != declared) {
            json.put(KIND, value.getClass().getSimpleName());
        }
        for (RecordComponent component : SHAPES.get(value.getClass()).components()) {
            Object part = write(get(component, value), component.getGenericType());
            if (!isDefault(part)) {
                json.put(component.getName(), part);
            }
        }
        return json;
    }

    private static boolean isDefault(@Nullable Object json) {
        return json == null
                || Boolean.FALSE.equals(json)
                || json instanceof List<?> list && list.isEmpty()
                || json instanceof Map<?, ?> map && map.isEmpty();
    }

    private static @Nullable Object get(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- reading

    /** @throws IllegalArgumentException if the JSON is of another form */
    @Nullable
    Object read(@Nullable Object json, Type declared) {
        Class<?> type = raw(declared);
        if (type == List.class) {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object one : json == null ? List.of() : as(List.class, json)) {
                all.add(read(one, argument(declared, 0)));
            }
            return all;
        }
        if (type == Map.class) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            (json == null ? Map.of() : as(Map.class, json))
                    .forEach((key, one) -> all.put(String.valueOf(key), read(one, argument(declared, 1))));
            return all;
        }
        if (json == null) {
            return type == boolean.class ? Boolean.FALSE : null;
        }
        if (type.isEnum()) {
            return constant(type, as(String.class, json));
        }
        if (type.isRecord() || type.isInterface()) {
            return readRecord(as(Map.class, json), type);
        }
        return scalar(json, type);
    }

    private Object readRecord(Map<?, ?> json, Class<?> declared) {
        Class<?> type = declared.isRecord() ? declared : permitted(declared, String.valueOf(json.get(KIND)));
        if (type == DefaultValue.Literal.class) {
            return new DefaultValue.Literal(LiteralJson.read(json));
        }
        Shape shape = SHAPES.get(type);
        @Nullable Object[] values = new Object[shape.components().length];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = shape.components()[i];
            values[i] = read(json.get(component.getName()), component.getGenericType());
            if (values[i] == null && component.getType() == QualifiedName.class) {
                throw new IllegalArgumentException(
                        "a " + type.getSimpleName() + " is incomplete: it has no " + component.getName());
            }
        }
        return pool.one(create(shape.constructor(), values));
    }

    private static Object create(Constructor<?> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "a " + constructor.getDeclaringClass().getSimpleName() + " is incomplete: "
                            + (e.getCause() == null ? e : e.getCause()).getMessage(),
                    e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> permitted(Class<?> sealed, String name) {
        Class<?>[] known = sealed.getPermittedSubclasses();
        for (Class<?> type : known == null ? new Class<?>[0] : known) {
            if (type.getSimpleName().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is no " + sealed.getSimpleName());
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is no " + type.getSimpleName());
    }

    private Object scalar(Object json, Class<?> type) {
        if (type == String.class) {
            return pool.one(as(String.class, json));
        }
        if (type == boolean.class) {
            return as(Boolean.class, json);
        }
        long number = as(Number.class, json).longValue();
        return type == Long.class ? (Object) number : (Object) Math.toIntExact(number);
    }

    private static <T> T as(Class<T> type, Object json) {
        if (!type.isInstance(json)) {
            throw new IllegalArgumentException("'" + json + "' is no " + type.getSimpleName());
        }
        return type.cast(json);
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type, int position) {
        return ((ParameterizedType) type).getActualTypeArguments()[position];
    }
}
