package org.limbeck.env;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.limbeck.env.Entry.Assignment;

/** Finds what deserves a look, in the order of the files. Never quotes a line: it may be a secret. */
final class Warnings {
    private final List<Warning> found = new ArrayList<>();

    static List<Warning> of(MergeInput input, Matching matching, Requoting requoting) {
        Warnings warnings = new Warnings();
        warnings.lines(input.current(), input.currentName());
        warnings.merge(input, matching, requoting);
        warnings.lines(input.template(), input.templateName());
        return warnings.found;
    }

    private void lines(EnvFile file, String name) {
        Map<String, Integer> firstLines = new HashMap<>();
        for (Entry entry : file.entries()) {
            if (entry instanceof Entry.Other) {
                add(name, entry.line(), "this line is no assignment; it is kept as it is");
            } else if (entry instanceof Assignment own) {
                Integer first = firstLines.putIfAbsent(own.name(), own.line());
                if (first != null) {
                    add(name, own.line(), own.name() + " is set again (first in line " + first + "); the last counts");
                }
                quotes(name, own);
            }
        }
    }

    private void quotes(String name, Assignment own) {
        if (own.value().style() == Value.Style.UNCLOSED) {
            add(name, own.line(), "the quote of " + own.name() + " is never closed; only this line counts");
        } else if (own.value().style() == Value.Style.MIXED) {
            add(name, own.line(), own.name() + " has text after the closing quote; the line counts as it stands");
        }
    }

    private void merge(MergeInput input, Matching matching, Requoting requoting) {
        String name = input.currentName();
        for (Assignment own : input.current().assignments().values()) {
            renames(input, matching, own);
        }
        quotedAnew(input, matching, requoting);
        switchedOff(input, matching);
        for (Map.Entry<String, Assignment> each : matching.supplied().entrySet()) {
            comment(input, each.getKey(), each.getValue());
            if (matching.follows(each.getKey()) && Secrets.isSecret(each.getKey())) {
                add(name, each.getValue().line(), each.getKey() + " looks secret and follows a new default");
            }
        }
    }

    private void quotedAnew(MergeInput input, Matching matching, Requoting requoting) {
        for (String name : requoting.names()) {
            Assignment source = matching.source(name);
            if (source != null && requoting.applies(name, source.value())) {
                String file = matching.isOffered(name) ? input.templateName() : input.currentName();
                add(file, source.line(), source.name() + " is quoted anew, so that its open quote takes no other line");
            }
        }
    }

    /** What the operator has commented out and the template has active is new: it takes the default. */
    private void switchedOff(MergeInput input, Matching matching) {
        if (matching.supplied()
                .keySet()
                .containsAll(input.template().assignments().keySet())) {
            return;
        }
        for (Assignment off : Options.of(input.current()).values()) {
            if (input.template().find(off.name()) != null && matching.supplied(off.name()) == null) {
                String message = off.name() + " is commented out here; it takes the template's default";
                add(input.currentName(), off.line(), message);
            }
        }
    }

    /** The comment of the template stands; one of the operator's where the template has none is only in the backup. */
    private void comment(MergeInput input, String target, Assignment own) {
        Assignment offered = input.template().find(target);
        if (own.hasComment() && offered != null && !offered.hasComment()) {
            add(input.currentName(), own.line(), "the comment after " + own.name() + " stays in the backup only");
        }
    }

    private void renames(MergeInput input, Matching matching, Assignment own) {
        String target = input.renames().newName(own.name());
        if (target == null || own.name().equals(matching.oldNames().get(target))) {
            return;
        }
        String why = "the template still has " + own.name();
        if (!matching.isKnown(target)) {
            why = "the template has no " + target;
        } else if (input.template().find(own.name()) == null) {
            why = target + " has a value already";
        }
        add(input.currentName(), own.line(), own.name() + " is not renamed to " + target + ": " + why);
    }

    private void add(String file, int line, String message) {
        found.add(new Warning(file, line, message));
    }
}
