package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.operation.CreateView;
import org.limbeck.operation.DropView;
import org.limbeck.operation.ReplaceView;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.View;

/** What differs between the views of two schemas. */
final class ViewsDiff {
    private final Plan plan;
    private final Schema have;
    private final Schema want;
    private final Dialect dialect;
    private final CompareOptions options;
    /** Tables of which something changes or goes. */
    private final Set<QualifiedName> changing;

    ViewsDiff(Plan plan, Side have, Side want, Set<QualifiedName> changing) {
        this.plan = plan;
        this.have = have.all();
        this.want = want.all();
        this.dialect = have.dialect();
        this.options = have.options();
        this.changing = changing;
    }

    void run() {
        if (!options.takes(ObjectKind.VIEW) || !dialect.supports(Feature.VIEWS)) {
            return;
        }
        Map<QualifiedName, View> live = only(have);
        Map<QualifiedName, View> wanted = only(want);
        Set<QualifiedName> gone = gone(live, wanted);
        Map<QualifiedName, Integer> places = places(wanted);
        Map<QualifiedName, Integer> former = places(live);
        wanted.forEach((name, view) -> {
            View was = live.get(name);
            if (was == null) {
                plan.added(subject(name))
                        .after(text(view))
                        .does(Phase.CREATE_VIEW, place(places, name), 0, create(view));
            } else if (differ(was, view)) {
                changed(was, view, gone.contains(name), place(former, name), place(places, name));
            } else if (gone.contains(name)) {
                again(was, place(former, name), place(places, name));
            }
        });
        live.forEach((name, view) -> {
            if (!wanted.containsKey(name)) {
                plan.removed(subject(name))
                        .before(text(view))
                        .does(Phase.DROP_VIEW, -place(former, name), 0, drop(view));
            }
        });
    }

    private static int place(Map<QualifiedName, Integer> places, QualifiedName name) {
        return places.getOrDefault(name, 0);
    }

    private static CreateView create(View view) {
        return new CreateView(view);
    }

    private static DropView drop(View view) {
        return new DropView(view.name(), view.materialised(), null);
    }

    private String text(View view) {
        return (view.materialised() ? "materialised " : "") + Words.brief(dialect.words(view.query()));
    }

    private static Subject subject(QualifiedName name) {
        return new Subject(ObjectKind.VIEW, name, null);
    }

    private void changed(View was, View view, boolean gone, int before, int after) {
        Plan.Finding finding =
                plan.changed(subject(view.name())).before(text(was)).after(text(view));
        boolean replaced = !gone && was.materialised() == view.materialised() && !view.materialised();
        if (replaced) {
            finding.does(Phase.CREATE_VIEW, after, 0, new ReplaceView(view));
        } else {
            finding.does(Phase.DROP_VIEW, -before, 0, drop(was)).does(Phase.CREATE_VIEW, after, 0, create(view));
        }
    }

    private void again(View was, int before, int after) {
        plan.changed(subject(was.name()))
                .aspect("made again")
                .before(text(was))
                .after(text(was))
                .does(Phase.DROP_VIEW, -before, 0, drop(was))
                .does(Phase.CREATE_VIEW, after, 0, create(was));
    }

    private boolean differ(View one, View other) {
        return one.materialised() != other.materialised()
                || !Words.same(one.query(), other.query(), dialect)
                || !Objects.equals(comment(one), comment(other))
                || (!words(other).isEmpty() && !words(one).equals(words(other)))
                || (one.materialised() && !new HashSet<>(one.indexes()).equals(new HashSet<>(other.indexes())));
    }

    private @org.jspecify.annotations.Nullable String comment(View view) {
        String text = view.comment();
        return text == null || text.isEmpty() || !dialect.supports(Feature.TABLE_COMMENTS) ? null : text;
    }

    private String words(View view) {
        return Words.normal(new Texts(dialect).options(view.options()).strip(), dialect);
    }

    /** Live views that have to go: those that change while what they read does too, and all that read such a view. */
    private Set<QualifiedName> gone(Map<QualifiedName, View> live, Map<QualifiedName, View> wanted) {
        Set<QualifiedName> gone = new HashSet<>();
        live.forEach((name, view) -> {
            View other = wanted.get(name);
            boolean goes = other == null
                    || (differ(view, other)
                            && (view.materialised()
                                    || other.materialised()
                                    || reads(view, changing)
                                    || !readers(live, name).isEmpty()));
            if (goes) {
                gone.add(name);
            }
        });
        List<QualifiedName> open = new ArrayList<>(gone);
        while (!open.isEmpty()) {
            QualifiedName next = open.remove(open.size() - 1);
            for (QualifiedName reader : readers(live, next)) {
                if (gone.add(reader)) {
                    open.add(reader);
                }
            }
        }
        return gone;
    }

    private boolean reads(View view, Set<QualifiedName> names) {
        String words = dialect.words(view.query());
        return names.stream().anyMatch(n -> !n.equals(view.name()) && Words.mention(words, n.name()));
    }

    private List<QualifiedName> readers(Map<QualifiedName, View> views, QualifiedName of) {
        return views.values().stream()
                .filter(view -> reads(view, Set.of(of)))
                .map(View::name)
                .toList();
    }

    /** The place of each view after those that it reads; by name where that leaves a choice. */
    private Map<QualifiedName, Integer> places(Map<QualifiedName, View> views) {
        Map<QualifiedName, Integer> places = new HashMap<>();
        Map<QualifiedName, View> open = new LinkedHashMap<>(views);
        while (!open.isEmpty()) {
            List<QualifiedName> free = open.values().stream()
                    .filter(view -> !reads(view, open.keySet()))
                    .map(View::name)
                    .toList();
            List<QualifiedName> next =
                    free.isEmpty() ? List.of(open.keySet().iterator().next()) : free;
            next.forEach(name -> places.put(name, places.size()));
            next.forEach(open::remove);
        }
        return places;
    }

    private Map<QualifiedName, View> only(Schema schema) {
        Map<QualifiedName, View> some = new TreeMap<>(schema.views());
        some.keySet().removeIf(name -> !options.filter().takes(ObjectKind.VIEW, name));
        return some;
    }
}
