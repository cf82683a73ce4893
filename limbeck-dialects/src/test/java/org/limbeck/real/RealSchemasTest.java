package org.limbeck.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Comparison;
import org.limbeck.compare.SchemaChanges;
import org.limbeck.compare.SchemaDiff;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialect.Live;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialects.Dialects;
import org.limbeck.load.JavaScript;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;
import org.limbeck.migration.Block;
import org.limbeck.migration.Recording;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;
import org.limbeck.write.Draft;
import org.limbeck.write.JavaWriter;
import org.limbeck.write.ScriptHead;

class RealSchemasTest {
    @TempDir
    Path folder;

    /** What is read is written as a script; the script, compiled and run elsewhere, makes the same; its way down, nothing. */
    @EachDatabase(except = DatabaseKind.POSTGRESQL_15)
    void whatIsReadCanBeWrittenAndBuiltAgain(TestDatabase database) throws Exception {
        DialectProvider provider = provider(database);
        for (Map.Entry<String, Block> schema : WellKnown.schemas().entrySet()) {
            try (TestDatabase original = TestDatabase.create(database.kind());
                    TestDatabase copy = TestDatabase.create(database.kind());
                    Live one = Live.on(original, provider);
                    Live other = Live.on(copy, provider)) {
                one.apply(schema.getValue());
                Schema read = one.schema();
                SchemaChanges all = SchemaDiff.between(Schema.EMPTY, read, one.dialect(), CompareOptions.USUAL);
                Recording[] script = written(all, one.dialect());
                other.execute(script[0].operations());
                assertThat(compared(other, read).differences())
                        .as(schema.getKey())
                        .isEmpty();
                other.execute(script[1].operations());
                assertThat(other.schema().tables()).as(schema.getKey()).isEmpty();
                assertThat(other.schema().views()).as(schema.getKey()).isEmpty();
            }
        }
    }

    private static DialectProvider provider(TestDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            ServerInfo server = ServerInfo.of(connection);
            return Dialects.providers().stream()
                    .filter(provider -> provider.accepts(server))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static SchemaChanges compared(Live live, Schema want) {
        return Comparison.of(live.connection(), live.dialect(), want, CompareOptions.USUAL);
    }

    /** The way up and the way down, as a script records them. */
    private Recording[] written(SchemaChanges changes, Dialect dialect) throws Exception {
        Draft draft = Draft.of(changes.upgrade(), changes.downgrade());
        ScriptHead head = new ScriptHead(
                "",
                "Real",
                "aaaa",
                List.of(),
                List.of(),
                List.of(),
                LocalDateTime.of(2026, 11, 20, 9, 31),
                "feat: all");
        Files.writeString(folder.resolve("Real.java"), JavaWriter.write(head, draft));
        JavaScript script = (JavaScript) Objects.requireNonNull(Scripts.read(ScriptLocations.of(folder.toString()))
                .load(List.of("aaaa"), dialect)
                .get("aaaa"));
        Recording up = Recording.upgrade(script.migration(), List.of(), Map.of());
        assertThat(up.operations()).hasSameSizeAs(changes.upgrade());
        List<Operation> expected = changes.upgrade();
        assertThat(up.operations()).isEqualTo(expected);
        return new Recording[] {up, Recording.downgrade(script.migration(), List.of(), Map.of())};
    }
}
