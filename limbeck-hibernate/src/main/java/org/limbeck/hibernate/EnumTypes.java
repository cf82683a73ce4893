package org.limbeck.hibernate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;

import org.limbeck.schema.DataType;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.TypeKind;

/** Enum types with names of their own, which Hibernate keeps as statements only. */
final class EnumTypes {
    private static final Pattern CREATE =
            Pattern.compile("create type (\\S+) as enum \\((.*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

    final Map<QualifiedName, EnumType> types = new LinkedHashMap<>();
    final List<String> remarks = new ArrayList<>();

    static EnumTypes of(Database database, MappedNames names, SqlStringGenerationContext context) {
        EnumTypes enums = new EnumTypes();
        for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
            if (object.appliesToDialect(database.getDialect())) {
                for (String sql : object.sqlCreateStrings(context)) {
                    enums.add(sql, names);
                }
            }
        }
        return enums;
    }

    private void add(String sql, MappedNames names) {
        Matcher create = CREATE.matcher(sql);
        if (create.matches()) {
            List<String> values = new ArrayList<>();
            Matcher value = VALUE.matcher(create.group(2));
            while (value.find()) {
                values.add(value.group(1).replace("''", "'"));
            }
            QualifiedName name = new QualifiedName(null, names.word(create.group(1)));
            types.put(name, new EnumType(name, values));
        } else if (!sql.regionMatches(true, 0, "create cast ", 0, 12)) {
            remarks.add("not compared, for only Hibernate knows what it means: " + sql);
        }
    }

    /** The enum that a native type means, or the type itself. */
    DataType type(DataType type) {
        if (type.kind() == TypeKind.ARRAY && type.element() != null) {
            return DataType.arrayOf(type(type.element()));
        }
        if (type.kind() != TypeKind.NATIVE || type.name() == null) {
            return type;
        }
        String name = MappedNames.unquoted(type.name());
        for (EnumType known : types.values()) {
            if (known.name().name().equalsIgnoreCase(name)) {
                return DataType.ofEnum(known.name().toString(), known.values());
            }
        }
        return type;
    }
}
