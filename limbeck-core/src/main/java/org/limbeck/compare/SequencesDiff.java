package org.limbeck.compare;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.DropSequence;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Sequence;

/** What differs between the sequences of two schemas. */
final class SequencesDiff {
    private final Plan plan;
    private final Map<QualifiedName, Sequence> have;
    private final Map<QualifiedName, Sequence> want;

    SequencesDiff(Plan plan, Map<QualifiedName, Sequence> have, Map<QualifiedName, Sequence> want) {
        this.plan = plan;
        this.have = new TreeMap<>(have);
        this.want = new TreeMap<>(want);
    }

    void run() {
        want.forEach((name, sequence) -> {
            Sequence live = have.get(name);
            Subject subject = new Subject(ObjectKind.SEQUENCE, name, null);
            if (live == null) {
                plan.added(subject)
                        .after(Texts.sequence(sequence))
                        .does(Phase.CHANGE_SEQUENCE, 0, 0, new CreateSequence(sequence));
            } else if (differ(live, sequence)) {
                plan.changed(subject)
                        .before(Texts.sequence(spelt(live, sequence)))
                        .after(Texts.sequence(spelt(sequence, live)))
                        .does(Phase.CHANGE_SEQUENCE, 0, 0, new AlterSequence(complete(sequence, live)));
            }
        });
        have.forEach((name, sequence) -> {
            if (!want.containsKey(name)) {
                plan.removed(new Subject(ObjectKind.SEQUENCE, name, null))
                        .before(Texts.sequence(sequence))
                        .does(Phase.DROP_SEQUENCE, 0, 0, new DropSequence(name, null));
            }
        });
    }

    /** What is not given is the database's own choice, so that a cache is compared only where it is. */
    private static boolean differ(Sequence live, Sequence wanted) {
        Sequence one = normal(live);
        Sequence other = normal(wanted);
        return !Objects.equals(one.start(), other.start())
                || !Objects.equals(one.increment(), other.increment())
                || !Objects.equals(one.minimum(), other.minimum())
                || !Objects.equals(one.maximum(), other.maximum())
                || one.cycle() != other.cycle()
                || (other.cache() != null && !Objects.equals(one.cache(), other.cache()));
    }

    /** Says what was changed before and is the usual now, for what is not said stays as it is. */
    private static Sequence complete(Sequence wanted, Sequence live) {
        long step = wanted.increment() == null ? 1 : wanted.increment();
        return new Sequence(
                wanted.name(),
                said(wanted.start(), live.start(), step > 0 ? (wanted.minimum() == null ? 1 : wanted.minimum()) : -1),
                said(wanted.increment(), live.increment(), 1),
                said(wanted.minimum(), live.minimum(), step > 0 ? 1 : Long.MIN_VALUE),
                said(wanted.maximum(), live.maximum(), step > 0 ? Long.MAX_VALUE : -1),
                wanted.cycle(),
                wanted.cache());
    }

    /** Says also what is the usual in one of two, where the other has something else. */
    private static Sequence spelt(Sequence one, Sequence other) {
        boolean up = one.increment() == null || one.increment() > 0;
        return new Sequence(
                one.name(),
                said(one.start(), other.start(), up ? 1 : -1),
                said(one.increment(), other.increment(), 1),
                said(one.minimum(), other.minimum(), up ? 1 : Long.MIN_VALUE),
                said(one.maximum(), other.maximum(), up ? Long.MAX_VALUE : -1),
                one.cycle(),
                one.cache());
    }

    private static @Nullable Long said(@Nullable Long wanted, @Nullable Long live, long usual) {
        return wanted == null && live != null ? Long.valueOf(usual) : wanted;
    }

    private static Sequence normal(Sequence s) {
        boolean up = s.increment() == null || s.increment() > 0;
        Long least = unless(s.minimum(), up ? 1 : Long.MIN_VALUE);
        Long most = unless(s.maximum(), up ? Long.MAX_VALUE : -1);
        long first = up ? (least == null ? 1 : least) : (most == null ? -1 : most);
        return new Sequence(
                s.name(), unless(s.start(), first), unless(s.increment(), 1), least, most, s.cycle(), s.cache());
    }

    private static @Nullable Long unless(@Nullable Long value, long usual) {
        return value == null || value == usual ? null : value;
    }
}
