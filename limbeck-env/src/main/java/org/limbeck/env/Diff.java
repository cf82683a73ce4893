package org.limbeck.env;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference between two files, entry by entry, as lines that may be shown: secrets are masked, also in comments
 * and in lines that are no assignment. Anchored at entries that each side has once, so it reads well and costs little.
 */
public final class Diff {
    private static final int CONTEXT = 2;

    private final List<Entry> before;
    private final List<Entry> after;
    private final List<Line> lines = new ArrayList<>();

    /** What a line of a difference is. */
    public enum Mark {
        SAME,
        REMOVED,
        ADDED,
        /** Stands for lines that are the same on both sides. */
        SKIPPED
    }

    /**
     * A line of a difference.
     *
     * @param text the masked text, without a line end; for {@link Mark#SKIPPED} the number of lines
     */
    public record Line(Mark mark, String text) {}

    private Diff(List<Entry> before, List<Entry> after) {
        this.before = before;
        this.after = after;
    }

    static List<Line> of(EnvFile before, EnvFile after) {
        Diff diff = new Diff(before.entries(), after.entries());
        diff.compare(0, diff.before.size(), 0, diff.after.size());
        return skipSame(diff.lines);
    }

    private void compare(int fromA, int toA, int fromB, int toB) {
        int a = fromA;
        int b = fromB;
        while (a < toA && b < toB && same(a, b)) {
            add(Mark.SAME, before.get(a));
            a++;
            b++;
        }
        int endA = toA;
        int endB = toB;
        while (endA > a && endB > b && same(endA - 1, endB - 1)) {
            endA--;
            endB--;
        }
        middle(a, endA, b, endB);
        for (int i = endA; i < toA; i++) {
            add(Mark.SAME, before.get(i));
        }
    }

    private void middle(int a, int endA, int b, int endB) {
        List<int[]> anchors = a == endA || b == endB ? List.of() : anchors(a, endA, b, endB);
        if (anchors.isEmpty()) {
            addAll(Mark.REMOVED, before.subList(a, endA));
            addAll(Mark.ADDED, after.subList(b, endB));
            return;
        }
        int lastA = a;
        int lastB = b;
        for (int[] anchor : anchors) {
            compare(lastA, anchor[0], lastB, anchor[1]);
            add(Mark.SAME, before.get(anchor[0]));
            lastA = anchor[0] + 1;
            lastB = anchor[1] + 1;
        }
        compare(lastA, endA, lastB, endB);
    }

    /** Pairs of positions of texts that each side has exactly once, rising on both sides. */
    private List<int[]> anchors(int a, int endA, int b, int endB) {
        Map<String, Integer> inA = unique(before, a, endA);
        Map<String, Integer> inB = unique(after, b, endB);
        List<int[]> pairs = new ArrayList<>();
        for (int i = a; i < endA; i++) {
            Integer j = inB.get(key(before.get(i)));
            if (j != null && j >= 0 && inA.getOrDefault(key(before.get(i)), -1) == i) {
                pairs.add(new int[] {i, j});
            }
        }
        return longestRising(pairs);
    }

    private static Map<String, Integer> unique(List<Entry> entries, int from, int to) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = from; i < to; i++) {
            String key = key(entries.get(i));
            places.put(key, places.containsKey(key) ? -1 : i);
        }
        return places;
    }

    /** The longest chain of pairs whose second positions rise (patience sorting). */
    private static List<int[]> longestRising(List<int[]> pairs) {
        int[] tails = new int[pairs.size()];
        int[] earlier = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int pile = pile(pairs, tails, length, pairs.get(i)[1]);
            earlier[i] = pile == 0 ? -1 : tails[pile - 1];
            tails[pile] = i;
            length = Math.max(length, pile + 1);
        }
        List<int[]> chain = new ArrayList<>();
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = earlier[i]) {
            chain.add(0, pairs.get(i));
        }
        return chain;
    }

    private static int pile(List<int[]> pairs, int[] tails, int length, int position) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (pairs.get(tails[middle])[1] < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean same(int a, int b) {
        return key(before.get(a)).equals(key(after.get(b)));
    }

    /** Line ends are no difference here: a change of them all would hide the rest. */
    private static String key(Entry entry) {
        return Value.unixLines(entry.text());
    }

    private void addAll(Mark mark, List<Entry> entries) {
        for (Entry entry : entries) {
            add(mark, entry);
        }
    }

    private void add(Mark mark, Entry entry) {
        String text = EnvFile.decode(Value.unixLines(Secrets.mask(entry)));
        for (String line : text.split("\n", -1)) {
            lines.add(new Line(mark, line));
        }
    }

    private static List<Line> skipSame(List<Line> lines) {
        List<Line> shown = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int stop = i;
            while (stop < lines.size() && lines.get(stop).mark() == Mark.SAME) {
                stop++;
            }
            int keepStart = i == 0 ? 0 : CONTEXT;
            int keepEnd = stop == lines.size() ? 0 : CONTEXT;
            addRun(shown, lines.subList(i, stop), keepStart, keepEnd);
            if (stop < lines.size()) {
                shown.add(lines.get(stop));
            }
            i = stop + 1;
        }
        return shown;
    }

    private static void addRun(List<Line> shown, List<Line> run, int keepStart, int keepEnd) {
        int skipped = run.size() - keepStart - keepEnd;
        if (skipped <= 1) {
            shown.addAll(run);
            return;
        }
        shown.addAll(run.subList(0, keepStart));
        shown.add(new Line(Mark.SKIPPED, Integer.toString(skipped)));
        shown.addAll(run.subList(run.size() - keepEnd, run.size()));
    }
}
