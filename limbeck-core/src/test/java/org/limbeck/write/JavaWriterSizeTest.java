package org.limbeck.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.write.JavaWriterLawsTest.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.limbeck.migration.Migration;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.InsertRows;
import org.limbeck.operation.Operation;
import org.limbeck.operation.UpsertRows;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;

class JavaWriterSizeTest {

    @Test
    void thousandsOfOperationsAreSplitIntoMethods() {
        List<Operation> operations = tables(600, 3);
        assertThat(text(operations)).contains("upgrade1(op);", "private static void upgrade2(Op op) {");
        recordsTheSame(operations);
    }

    @Test
    void moreConstantsThanAClassHoldsAreSplitIntoClasses() {
        recordsTheSame(tables(4_100, 4));
    }

    @Test
    void aTableOfThousandsOfColumnsIsSplit() {
        recordsTheSame(List.of(new CreateTable(table("wide", 1_500))));
    }

    @Test
    void thousandsOfRowsOfOneInsertAreSplit() {
        List<org.limbeck.operation.Row> rows = IntStream.range(0, 1_500)
                .mapToObj(i -> new org.limbeck.operation.Row(Map.of("id", i, "name", "name " + i)))
                .toList();
        QualifiedName table = QualifiedName.parse("t");
        recordsTheSame(List.of(new InsertRows(table, rows), new UpsertRows(table, List.of("id"), rows)));
    }

    @Test
    void aTextLongerThanAConstantIsJoined() {
        String text = "-- größe 🐘\n".repeat(9_000);
        recordsTheSame(List.of(ExecuteSql.of(text + "SELECT 1")));
    }

    private static List<Operation> tables(int count, int columns) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operations.add(new CreateTable(table("table_" + i, columns)));
        }
        return operations;
    }

    private static Table table(String name, int columns) {
        return Table.of(
                QualifiedName.parse(name),
                IntStream.range(0, columns)
                        .mapToObj(i -> Column.of(name + "_" + i, DataType.of(TypeKind.VARCHAR, i + 1))
                                .notNull()
                                .defaultTo("x"))
                        .toList());
    }

    private static String text(List<Operation> operations) {
        return JavaWriter.write(head("Sb160", "b160"), Draft.of(operations, List.of()));
    }

    private static void recordsTheSame(List<Operation> operations) {
        Migration migration = Objects.requireNonNull(
                Recorded.compile(Map.of("b160", text(operations))).get("b160"));
        assertThat(Recorded.upgrade(migration).equals(operations)).isTrue();
    }
}
