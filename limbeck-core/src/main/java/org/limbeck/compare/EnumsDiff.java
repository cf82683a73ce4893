package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.CreateEnum;
import org.limbeck.operation.DropEnum;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetType;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;

/** What differs between the named enums of two schemas. */
final class EnumsDiff {
    private final Plan plan;
    private final Side have;
    private final Map<QualifiedName, EnumType> live;
    private final Map<QualifiedName, EnumType> want;
    private final boolean leaveOthers;

    /** @param leaveOthers true to leave alone what is not wanted */
    EnumsDiff(
            Plan plan,
            Side have,
            Map<QualifiedName, EnumType> live,
            Map<QualifiedName, EnumType> want,
            boolean leaveOthers) {
        this.plan = plan;
        this.have = have;
        this.live = new TreeMap<>(live);
        this.want = new TreeMap<>(want);
        this.leaveOthers = leaveOthers;
    }

    void run() {
        want.forEach((name, type) -> {
            EnumType former = live.get(name);
            if (former == null) {
                plan.added(subject(name)).after(values(type)).does(Phase.CHANGE_ENUM, 0, 0, new CreateEnum(type));
            } else if (!former.values().equals(type.values())) {
                changed(former, type);
            }
        });
        live.forEach((name, type) -> {
            if (!want.containsKey(name) && !leaveOthers) {
                plan.removed(subject(name)).before(values(type)).does(Phase.DROP_ENUM, 0, 0, new DropEnum(name, null));
            }
        });
    }

    private static Subject subject(QualifiedName name) {
        return new Subject(ObjectKind.ENUM, name, null);
    }

    private static String values(EnumType type) {
        return String.join(", ", type.values());
    }

    private void changed(EnumType former, EnumType type) {
        Plan.Finding finding =
                plan.changed(subject(type.name())).before(values(former)).after(values(type));
        boolean onlyMore = isWithin(former.values(), type.values())
                && !former.values().isEmpty()
                && former.values().get(0).equals(type.values().get(0));
        if (!onlyMore) {
            remake(finding, former, type);
            return;
        }
        String after = null;
        int position = 0;
        int last = type.values().indexOf(former.values().get(former.values().size() - 1));
        for (int i = 0; i < type.values().size(); i++) {
            String value = type.values().get(i);
            if (!former.values().contains(value)) {
                AddEnumValue add = new AddEnumValue(type.name(), value, i > last ? null : after, null);
                finding.does(Phase.CHANGE_ENUM, 0, position++, add);
            }
            after = value;
        }
    }

    /** Whether the values stand among the others in the same order. */
    private static boolean isWithin(List<String> values, List<String> others) {
        List<String> rest = new ArrayList<>(others);
        rest.retainAll(new HashSet<>(values));
        return rest.equals(values);
    }

    /** Values cannot be taken out or moved: columns become text, the type is made again, columns get it back. */
    private void remake(Plan.Finding finding, EnumType former, EnumType type) {
        finding.remark("The type is made again, and its columns with it; a value that is no longer in it stops that;"
                + " casts that were made for it are not made again");
        int position = 0;
        List<Runnable> back = new ArrayList<>();
        for (Table table : have.all().tables().values()) {
            for (Column column : table.columns()) {
                if (uses(column, type.name())) {
                    position = toText(finding, table.name(), column, position, back);
                }
            }
        }
        finding.does(Phase.CHANGE_ENUM, 0, position++, new DropEnum(type.name(), null));
        finding.does(Phase.CHANGE_ENUM, 0, position++, new CreateEnum(type));
        this.next = position;
        back.forEach(Runnable::run);
    }

    private int next;

    private int toText(Plan.Finding finding, QualifiedName table, Column column, int position, List<Runnable> back) {
        int at = position;
        if (column.defaultValue() != null) {
            finding.does(Phase.CHANGE_ENUM, 0, at++, new SetDefault(table, column.name(), null));
        }
        SetType text = new SetType(table, column.name(), DataType.of(TypeKind.TEXT), null, true);
        finding.does(Phase.CHANGE_ENUM, 0, at++, text);
        back.add(() -> {
            SetType again = new SetType(table, column.name(), column.type(), null, true);
            finding.does(Phase.CHANGE_ENUM, 0, next++, again);
            if (column.defaultValue() != null) {
                SetDefault value = new SetDefault(table, column.name(), column.defaultValue());
                finding.does(Phase.CHANGE_ENUM, 0, next++, value);
            }
        });
        return at;
    }

    private static boolean uses(Column column, QualifiedName type) {
        String name = column.type().name();
        return column.type().kind() == TypeKind.ENUM && name != null && Objects.equals(QualifiedName.parse(name), type);
    }
}
