package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashSet;
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
    private final Judgement judgement;
    /** Tables of which something changes or goes. */
    private final Set<QualifiedName> changing;

    private final Map<QualifiedName, View> live;
    private final Map<QualifiedName, View> wanted;
    private final ViewOrder places;
    private final ViewOrder former;
    private final Set<QualifiedName> gone;

    ViewsDiff(Plan plan, Side have, Side want, Set<QualifiedName> changing, Judgement judgement) {
        this.plan = plan;
        this.judgement = judgement;
        this.have = have.all();
        this.want = want.all();
        this.dialect = have.dialect();
        this.options = have.options();
        this.changing = changing;
        boolean taken = options.takes(ObjectKind.VIEW) && dialect.supports(Feature.VIEWS);
        this.live = taken ? only(this.have) : Map.of();
        this.wanted = taken ? only(this.want) : Map.of();
        this.places = new ViewOrder(wanted, dialect);
        this.former = new ViewOrder(live, dialect);
        this.gone = findGone();
    }

    /** Live views that are dropped, some of them to come again. */
    Set<QualifiedName> gone() {
        return gone;
    }

    void run() {
        wanted.forEach((name, view) -> {
            View was = live.get(name);
            if (was == null) {
                plan.added(subject(name))
                        .after(text(view))
                        .does(Phase.CREATE_VIEW, places.place(name), 0, create(view));
            } else if (differ(was, view)) {
                changed(was, view, gone.contains(name), former.place(name), places.place(name));
            } else if (gone.contains(name)) {
                again(was, former.place(name), places.place(name));
            }
        });
        live.forEach((name, view) -> {
            if (!wanted.containsKey(name)) {
                plan.removed(subject(name))
                        .before(text(view))
                        .does(Phase.DROP_VIEW, -former.place(name), 0, drop(view));
            }
        });
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
                || !judgement.sameQuery(one, other, dialect)
                || !Objects.equals(comment(one), comment(other))
                || (!words(other).isEmpty() && !words(one).equals(words(other)))
                || (one.materialised() && !judgement.sameIndexes(one, other));
    }

    private @org.jspecify.annotations.Nullable String comment(View view) {
        String text = view.comment();
        return text == null || text.isEmpty() || !dialect.supports(Feature.TABLE_COMMENTS) ? null : text;
    }

    private String words(View view) {
        return Words.normal(new Texts(dialect).options(view.options()).strip(), dialect);
    }

    /** Live views that have to go: those that change while what they read does too, and all that read such a view. */
    private Set<QualifiedName> findGone() {
        Set<QualifiedName> found = new HashSet<>();
        live.forEach((name, view) -> {
            View other = wanted.get(name);
            boolean goes = other == null
                    || (differ(view, other)
                            && (view.materialised()
                                    || other.materialised()
                                    || reads(view, changing)
                                    || !former.readers(name).isEmpty()));
            if (goes) {
                found.add(name);
            }
        });
        List<QualifiedName> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            QualifiedName next = open.remove(open.size() - 1);
            for (QualifiedName reader : former.readers(next)) {
                if (found.add(reader)) {
                    open.add(reader);
                }
            }
        }
        return found;
    }

    private boolean reads(View view, Set<QualifiedName> names) {
        Set<String> words = Words.names(dialect.words(view.query()));
        return names.stream().anyMatch(n -> !n.equals(view.name()) && words.contains(n.name()));
    }

    private Map<QualifiedName, View> only(Schema schema) {
        Map<QualifiedName, View> some = new TreeMap<>(schema.views());
        some.keySet().removeIf(name -> !options.filter().takes(ObjectKind.VIEW, name));
        return some;
    }
}
