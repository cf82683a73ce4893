package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.limbeck.env.Entry.Assignment;

/** What holds for every template and every file of an operator. */
class LawsTest {
    @Provide
    Arbitrary<String> tidy() {
        return EnvTexts.tidy();
    }

    @Provide
    Arbitrary<String> wild() {
        return EnvTexts.wild();
    }

    @Property(tries = 3000)
    void anyBytesComeOutAsTheyWentIn(@ForAll byte[] bytes) {
        assertThat(EnvFile.parse(bytes).bytes()).isEqualTo(bytes);
    }

    @Property(tries = 3000)
    void anyFileComesOutAsItWentIn(@ForAll("wild") String text) {
        assertThat(text(EnvFile.parse(text))).isEqualTo(text);
    }

    @Property(tries = 3000)
    void noValueIsLost(@ForAll("tidy") String template, @ForAll("tidy") String mine) {
        assertThat(values(merge(template, mine).result())).containsAllEntriesOf(values(EnvFile.parse(mine)));
    }

    @Property(tries = 5000)
    void noValueIsLostWhateverIsBroken(@ForAll("wild") String template, @ForAll("wild") String mine) {
        Merge merge = merge(template, mine);
        assertThat(values(merge.result())).containsAllEntriesOf(values(EnvFile.parse(mine)));
        assertThat(others(merge.result())).containsAll(others(EnvFile.parse(mine)));
    }

    @Property(tries = 3000)
    void rawTextIsWrittenAsTheOperatorWroteIt(@ForAll("tidy") String template, @ForAll("tidy") String mine) {
        EnvFile result = merge(template, mine).result();
        for (Assignment own : EnvFile.parse(mine).assignments().values()) {
            Assignment written = Objects.requireNonNull(result.find(own.name()));
            assertThat(written.value().writtenLike(own.value())).isTrue();
        }
    }

    @Property(tries = 5000)
    void aSecondMergeChangesNothing(@ForAll("wild") String template, @ForAll("wild") String mine) {
        Merge first = merge(template, mine);
        String once = text(first.result());
        assertThat(text(merge(template, once).result())).isEqualTo(once);
    }

    @Property(tries = 3000)
    void theBodyIsTheTemplateButForValues(@ForAll("tidy") String template, @ForAll("tidy") String mine) {
        Merge merge = merge(template, mine);
        List<Entry> offered = EnvFile.parse(template).entries();
        List<Entry> body = merge.result().entries();
        assertThat(body.size()).isGreaterThanOrEqualTo(offered.size());
        for (int i = 0; i < offered.size(); i++) {
            assertThat(frame(body.get(i), merge)).isEqualTo(frame(offered.get(i), merge));
            boolean lastLine = i == offered.size() - 1 && offered.get(i).end().isEmpty();
            assertThat(lastLine || body.get(i).end().equals(offered.get(i).end()))
                    .isTrue();
        }
    }

    @Property(tries = 3000)
    void afterTheBodyComesOneSectionWithTheRest(@ForAll("tidy") String template, @ForAll("tidy") String mine) {
        Merge merge = merge(template, mine);
        int size = EnvFile.parse(template).entries().size();
        List<Entry> rest =
                merge.result().entries().subList(size, merge.result().entries().size());
        assertThat(rest.isEmpty()).isEqualTo(merge.report().removed().isEmpty());
        if (!rest.isEmpty()) {
            assertThat(rest.get(0).text()).isEqualTo(Matching.MARKER);
            assertThat(new ArrayList<>(values(EnvFile.parse(join(rest))).keySet()))
                    .containsExactlyInAnyOrderElementsOf(merge.report().removed());
        }
    }

    @Property(tries = 3000)
    void aValueFollowsOnlyIfItWasNeverChanged(
            @ForAll("tidy") String template, @ForAll("tidy") String previous, @ForAll("tidy") String mine) {
        EnvFile before = EnvFile.parse(previous);
        EnvFile own = EnvFile.parse(mine);
        EnvFile offered = EnvFile.parse(template);
        Assume.that(!offered.assignments().isEmpty());
        EnvFile result = Merge.of(new MergeInput(offered, "t", own, "m", before, Renames.NONE))
                .result();
        for (Map.Entry<String, String> each : values(own).entrySet()) {
            boolean untouched = each.getValue().equals(values(before).get(each.getKey()));
            String wanted = untouched && offered.find(each.getKey()) != null
                    ? values(offered).get(each.getKey())
                    : each.getValue();
            assertThat(values(result)).containsEntry(each.getKey(), wanted);
        }
    }

    @Property(tries = 2000)
    void numbersOfTheReportAddUp(@ForAll("tidy") String template, @ForAll("tidy") String mine) {
        Report report = merge(template, mine).report();
        assertThat(report.total())
                .isEqualTo(report.unchanged()
                        + report.changed().size()
                        + report.fresh().size()
                        + report.activated().size()
                        + report.removed().size());
    }

    @Property(tries = 3000)
    void aDifferenceIsEmptyForEqualLinesOnly(@ForAll("wild") String before, @ForAll("wild") String after) {
        boolean differs = Diff.of(EnvFile.parse(before), EnvFile.parse(after)).stream()
                .anyMatch(line -> line.mark() == Diff.Mark.ADDED || line.mark() == Diff.Mark.REMOVED);
        assertThat(differs).isEqualTo(!lines(before).equals(lines(after)));
    }

    private static List<String> lines(String text) {
        return EnvFile.parse(text).entries().stream()
                .map(entry -> Value.unixLines(entry.text()))
                .toList();
    }

    /** What must stay of a line: all but the value, and the hash of an option that became active. */
    private static String frame(Entry entry, Merge merge) {
        if (entry instanceof Entry.Comment comment) {
            Assignment option = comment.option();
            return option != null && isActive(option, merge) ? frame(option, merge) : comment.text();
        }
        return entry instanceof Assignment own
                ? own.head() + "|" + own.tail().strip()
                : entry.getClass() + entry.text();
    }

    /** Whether the option's place is where the result has the active line. */
    private static boolean isActive(Assignment option, Merge merge) {
        Assignment active = merge.result().find(option.name());
        return merge.report().activated().contains(option.name())
                && active != null
                && active.head().equals(option.head());
    }

    /** Leaves out what has nothing to merge with, and what a broken quote makes it refuse. */
    private static Merge merge(String template, String mine) {
        EnvFile offered = EnvFile.parse(template);
        Assume.that(!offered.assignments().isEmpty());
        try {
            return Merge.of(new MergeInput(offered, "t", EnvFile.parse(mine), "m", null, Renames.NONE));
        } catch (EnvException e) {
            assertThat(e.error()).isEqualTo(EnvError.VALUE_AT_RISK);
            Assume.that(!isBroken(template) && !isBroken(mine));
            throw new AssertionError("a tidy file is refused", e);
        }
    }

    private static boolean isBroken(String text) {
        return EnvFile.parse(text).assignments().values().stream()
                .anyMatch(own -> own.value().style() == Value.Style.UNCLOSED);
    }

    private static Map<String, String> values(EnvFile file) {
        Map<String, String> values = new HashMap<>();
        file.assignments().forEach((name, own) -> values.put(name, own.value().effective()));
        return values;
    }

    private static List<String> others(EnvFile file) {
        return file.entries().stream()
                .filter(Entry.Other.class::isInstance)
                .map(entry -> entry.text().strip())
                .toList();
    }

    private static String join(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.text()).append(entry.end()));
        return text.toString();
    }

    private static String text(EnvFile file) {
        return new String(file.bytes(), StandardCharsets.ISO_8859_1);
    }
}
