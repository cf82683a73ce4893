package org.limbeck.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.limbeck.migration.Migration;
import org.limbeck.operation.Operation;

class JavaWriterLawsTest {
    private static final int SCRIPTS = 60;
    private static final LocalDateTime CREATED = LocalDateTime.of(2026, 11, 20, 9, 31);

    /** Many scripts at once: starting the compiler costs more than using it. */
    @Property(tries = 5)
    void whatIsWrittenRecordsTheSame(@ForAll long seed) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < SCRIPTS; i++) {
            RandomOperations random = new RandomOperations(seed + i);
            Draft draft = new Draft(lines(random.some(12)), lines(random.some(6)));
            String id = "%012x".formatted(i);
            drafts.put(id, draft);
            texts.put(id, JavaWriter.write(head("S" + id, id), draft));
        }
        Map<String, Migration> migrations = Recorded.compile(texts);
        drafts.forEach((id, draft) -> {
            Migration migration = Objects.requireNonNull(migrations.get(id));
            assertThat(Recorded.upgrade(migration)).as(texts.get(id)).isEqualTo(operations(draft.upgrade()));
            assertThat(Recorded.downgrade(migration)).as(texts.get(id)).isEqualTo(operations(draft.downgrade()));
        });
    }

    @Property(tries = 300)
    void noLineIsLongerThanThePageUnlessAWordIs(@ForAll long seed) {
        RandomOperations random = new RandomOperations(seed);
        String text = JavaWriter.write(head("S", "abc"), new Draft(lines(random.some(12)), List.of()));
        assertThat(text.lines())
                .filteredOn(line -> !line.contains("averylongword")
                        && !line.contains("\\u")
                        && !line.contains("six quotes and a line"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
    }

    static ScriptHead head(String name, String id) {
        return new ScriptHead("", name, id, List.of(), List.of(), List.of(), CREATED, "feat: x");
    }

    static List<Draft.Line> lines(List<Operation> operations) {
        List<Draft.Line> lines = new ArrayList<>();
        operations.forEach(operation -> lines.add(new Draft.Line.Do(operation)));
        return lines;
    }

    static List<Operation> operations(List<Draft.Line> lines) {
        return lines.stream().map(line -> ((Draft.Line.Do) line).operation()).toList();
    }
}
