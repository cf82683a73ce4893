package org.limbeck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.error.LimbeckException;
import org.limbeck.load.PlainDialect;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.write.RandomOperations;

class SnapshotTest {

    /** Whatever operations make of a schema is kept, and the same schema has the same text. */
    @Property(tries = 500)
    void isReadAsItWasWritten(@ForAll long seed) {
        Schema schema = Schema.EMPTY;
        for (Operation operation : new RandomOperations(seed).some(12)) {
            schema = operation.evolve(schema);
        }
        String text = Snapshot.write(schema);
        Schema read = Snapshot.read(text);
        assertThat(read).isEqualTo(schema);
        assertThat(Snapshot.write(read)).isEqualTo(text);
    }

    @Test
    void isMeantForPeopleToo() {
        Table table = Table.of(
                QualifiedName.parse("orders"),
                List.of(
                        Column.of("id", DataType.of(TypeKind.BIGINT)).notNull(),
                        Column.of("status", DataType.of(TypeKind.VARCHAR, 20)).defaultTo("new")));
        assertThat(Snapshot.write(Schema.of(List.of(table)))).isEqualTo("""
                {
                  "limbeck_snapshot": 1,
                  "namespaces": [],
                  "extensions": [],
                  "enums": [],
                  "sequences": [],
                  "tables": [
                    {
                      "name": {"name":"orders"},
                      "columns": [
                        {"name":"id","type":{"kind":"BIGINT"}},
                        {
                          "name": "status",
                          "type": {"kind":"VARCHAR","arguments":[20]},
                          "nullable": true,
                          "defaultValue": {"kind_of":"Literal","type":"String","value":"new"}
                        }
                      ]
                    }
                  ],
                  "views": [],
                  "routines": [],
                  "triggers": [],
                  "unknowns": []
                }
                """);
    }

    @Test
    void anotherDocumentIsNone() {
        assertThatThrownBy(() -> Snapshot.read("{}")).hasMessageContaining("no snapshot");
        assertThatThrownBy(() -> Snapshot.read("{\"limbeck_snapshot\":1,\"tables\":[{\"columns\":3}]}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Snapshot.read("{\"limbeck_snapshot\":1,\"tables\":[{}]}"))
                .hasMessageContaining("incomplete");
    }

    @TempDir
    Path folder;

    @Test
    void isAModel() throws Exception {
        Files.writeString(folder.resolve("s.json"), Snapshot.write(Schema.EMPTY.withNamespace("app")));
        ModelSource source = ModelSources.of(getClass().getClassLoader()).of("shop", "snapshot:s.json");
        assertThat(source.read(request("s.json")).schema().namespaces()).containsExactly("app");
        Files.writeString(folder.resolve("t.json"), "[]");
        assertThatThrownBy(() -> source.read(request("t.json")))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("t.json")
                .hasMessageContaining("limbeck snapshot t.json");
        assertThatThrownBy(() -> source.read(request("none.json"))).hasMessageContaining("cannot be read");
    }

    private ModelSource.Request request(String address) {
        return new ModelSource.Request(
                address, PlainDialect.POSTGRES, folder, List.of(), getClass().getClassLoader());
    }

    @Test
    void whatIsNotKnownIsTold() {
        ModelSources sources = ModelSources.of(getClass().getClassLoader());
        assertThatThrownBy(() -> sources.of("shop", null)).hasMessageContaining("no model");
        assertThatThrownBy(() -> sources.of("shop", "snapshoot:x")).hasMessageContaining("snapshot:");
        assertThat(ModelSources.address("snapshot:a:b")).isEqualTo("a:b");
        assertThat(ModelSources.address("history")).isEmpty();
    }
}
