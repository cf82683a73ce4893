package org.limbeck.env;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.limbeck.env.Entry.Assignment;

/** Puts the report of a merge together. */
final class Findings {
    private final MergeInput input;
    private final Matching matching;
    private final List<Report.Fresh> fresh = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();
    private final List<Change> followed = new ArrayList<>();
    private final List<String> activated = new ArrayList<>();
    private final List<Report.Renamed> renamed = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private int unchanged;

    private Findings(MergeInput input, Matching matching) {
        this.input = input;
        this.matching = matching;
    }

    static Report report(MergeInput input, Matching matching, Requoting requoting) {
        Findings findings = new Findings(input, matching);
        findings.readTemplate();
        findings.readRest();
        return new Report(
                findings.fresh,
                findings.changed,
                findings.followed,
                findings.activated,
                findings.renamed,
                findings.removed,
                Warnings.of(input, matching, requoting),
                Merge.keptLines(matching),
                findings.unchanged,
                matching.expected().size());
    }

    private void readTemplate() {
        Set<String> seen = new HashSet<>();
        for (Entry entry : input.template().entries()) {
            if (entry instanceof Assignment own && seen.add(own.name())) {
                compare(own.name());
            }
        }
    }

    private void compare(String name) {
        Assignment offered = input.template().find(name);
        Assignment own = matching.supplied(name);
        if (offered == null) {
            return;
        }
        String template = offered.value().effective();
        if (own == null) {
            fresh.add(new Report.Fresh(name, template));
        } else if (Matching.sameValue(offered, own)) {
            unchanged++;
        } else {
            List<Change> group = matching.follows(name) ? followed : changed;
            group.add(Change.of(name, own.value().effective(), template));
        }
    }

    private void readRest() {
        for (Assignment option : matching.activated().values()) {
            activated.add(option.name());
        }
        for (Map.Entry<String, String> each : matching.oldNames().entrySet()) {
            renamed.add(new Report.Renamed(each.getValue(), each.getKey()));
        }
        for (Matching.Kept each : matching.kept()) {
            if (each.entry() instanceof Assignment own) {
                removed.add(own.name());
            }
        }
    }
}
