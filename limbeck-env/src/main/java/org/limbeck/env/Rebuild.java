package org.limbeck.env;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.env.Entry.Assignment;

/** Writes the template's lines with the operator's values, then what the template does not have. */
final class Rebuild {
    private final EnvFile template;
    private final Matching matching;
    private final Requoting requoting;
    private final StringBuilder out = new StringBuilder();

    private Rebuild(EnvFile template, Matching matching, Requoting requoting) {
        this.template = template;
        this.matching = matching;
        this.requoting = requoting;
    }

    /**
     * The text of the result.
     */
    static String write(EnvFile template, Matching matching, Requoting requoting) {
        Rebuild rebuild = new Rebuild(template, matching, requoting);
        for (Entry entry : template.entries()) {
            rebuild.body(entry);
        }
        rebuild.kept();
        return rebuild.out.toString();
    }

    private void body(Entry entry) {
        Assignment place =
                entry instanceof Assignment own ? own : matching.activated().get(entry.line());
        Entry written = place == null ? entry : filled(place);
        out.append(written.text()).append(written.end());
    }

    private Assignment filled(Assignment place) {
        String name = place.name();
        Assignment own = matching.supplied(name);
        Assignment counting = template.find(name);
        if (counting != null && counting.line() != place.line() && staysEarlier(own, counting)) {
            return closed(place);
        }
        Assignment source = own == null || matching.follows(name) ? place : own;
        return place.with(requoting.written(name, source.value()));
    }

    /** Whether an earlier of several equal names stays: while the result has what the last one says. */
    private boolean staysEarlier(@Nullable Assignment own, Assignment counting) {
        return own == null || matching.follows(counting.name()) || Matching.sameValue(counting, own);
    }

    /** It is left as it is, but must not take in other lines. */
    private static Assignment closed(Assignment place) {
        Value value = place.value();
        return value.style() == Value.Style.UNCLOSED ? place.with(value.requoted()) : place;
    }

    private void kept() {
        List<Matching.Kept> all = matching.kept();
        if (all.isEmpty()) {
            return;
        }
        String end = template.lineEnd();
        if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
            out.append(end);
        }
        out.append(Matching.MARKER).append(end);
        for (Matching.Kept each : all) {
            for (Entry comment : each.above()) {
                line(comment.text(), end);
            }
            line(keptText(each.entry()), end);
        }
    }

    /** A carriage return at the end of the text would become part of another line end. */
    private void line(String text, String end) {
        int stop = text.length();
        while (stop > 0 && text.charAt(stop - 1) == '\r') {
            stop--;
        }
        out.append(text, 0, stop).append(end);
    }

    private String keptText(Entry entry) {
        return entry instanceof Assignment own
                ? own.with(requoting.written(own.name(), own.value())).text()
                : entry.text();
    }
}
