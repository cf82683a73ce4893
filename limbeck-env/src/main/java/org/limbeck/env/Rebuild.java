package org.limbeck.env;

import java.util.List;
import java.util.Set;

import org.limbeck.env.Entry.Assignment;

/** Writes the template's lines with the operator's values, then what the template does not have. */
final class Rebuild {
    private final EnvFile template;
    private final Matching matching;
    private final Set<String> requoted;
    private final StringBuilder out = new StringBuilder();

    private Rebuild(EnvFile template, Matching matching, Set<String> requoted) {
        this.template = template;
        this.matching = matching;
        this.requoted = requoted;
    }

    /**
     * The text of the result.
     *
     * @param requoted the operator's names for variables whose raw text would mean something else in its new place
     */
    static String write(EnvFile template, Matching matching, Set<String> requoted) {
        Rebuild rebuild = new Rebuild(template, matching, requoted);
        for (Entry entry : template.entries()) {
            rebuild.body(entry);
        }
        rebuild.kept();
        return rebuild.out.toString();
    }

    private void body(Entry entry) {
        Entry written = entry;
        if (entry instanceof Assignment own) {
            written = filled(own);
        } else if (entry instanceof Entry.Comment comment) {
            Assignment option = comment.option();
            written = option != null && matching.activates(option) ? filled(option) : comment;
        }
        out.append(written.text()).append(written.end());
    }

    private Assignment filled(Assignment place) {
        Assignment own = matching.supplied(place.name());
        boolean keeps = own == null || matching.follows(place.name()) || isOverruled(place, own);
        return keeps ? place : place.with(valueOf(own));
    }

    /** An earlier of several equal names of the template: left alone while the operator has what the last one says. */
    private boolean isOverruled(Assignment place, Assignment own) {
        Assignment counting = template.find(place.name());
        return counting != null && counting != place && Matching.sameValue(counting, own);
    }

    private Value valueOf(Assignment own) {
        return requoted.contains(own.name()) ? own.value().requoted() : own.value();
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
                out.append(comment.text()).append(end);
            }
            out.append(keptText(each.entry())).append(end);
        }
    }

    private String keptText(Entry entry) {
        boolean changed = entry instanceof Assignment own && requoted.contains(own.name());
        return changed ? ((Assignment) entry).with(valueOf((Assignment) entry)).text() : entry.text();
    }
}
