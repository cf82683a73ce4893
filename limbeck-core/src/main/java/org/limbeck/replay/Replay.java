package org.limbeck.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.limbeck.dialect.Dialect;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Direction;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.LoadedScript;
import org.limbeck.load.Scripts;
import org.limbeck.operation.Condition;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.PlanNodes;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepMaker;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/**
 * A history replayed in memory on one dialect: no database is needed, no data step runs.
 *
 * @param schema what the operations amount to; unaware of what raw SQL did
 * @param unknowns what the operations do not tell
 */
public record Replay(Schema schema, List<Unknown> unknowns) {

    /**
     * Something that only a database knows.
     *
     * @param revision the full id of the revision that holds it
     * @param what in a few words, such as the beginning of a statement
     * @param words the words of the statement in lower case; any of them may be the name of what it changed
     */
    public record Unknown(String revision, String what, Set<String> words) {
        public Unknown {
            words = Set.copyOf(words);
        }
    }

    public Replay {
        unknowns = List.copyOf(unknowns);
    }

    /** Replays everything up to the heads. */
    public static Replay ofHeads(Scripts scripts, Dialect dialect, Map<String, String> parameters) {
        List<String> all =
                scripts.graph().heads().stream().map(RevisionNode::id).toList();
        return of(scripts, dialect, all, parameters);
    }

    /**
     * Replays the way to some revisions.
     *
     * @param tips full ids; what they stand on is replayed too
     * @param parameters values of declared parameters
     * @throws org.limbeck.error.LimbeckException as loading and recording do
     */
    public static Replay of(Scripts scripts, Dialect dialect, Collection<String> tips, Map<String, String> parameters) {
        Player player = new Player(dialect);
        steps(scripts, dialect, tips, parameters, step -> {
            player.revision = step.revision().id();
            player.play(step.nodes());
        });
        return new Replay(player.schema, player.unknowns);
    }

    /** The steps on the way to some revisions, in the order of running. */
    public static void steps(
            Scripts scripts,
            Dialect dialect,
            Collection<String> tips,
            Map<String, String> parameters,
            Consumer<Step> each) {
        Navigator navigator = new Navigator(AppliedSet.empty(scripts.graph()), Map.of());
        List<String> ids = tips.isEmpty()
                ? List.of()
                : navigator.upgrade(tips.toArray(String[]::new)).steps().stream()
                        .map(RevisionNode::id)
                        .toList();
        Map<String, LoadedScript> loaded = scripts.load(ids, dialect);
        StepMaker maker = new StepMaker(dialect, parameters);
        for (String id : ids) {
            each.accept(maker.make(Objects.requireNonNull(loaded.get(id)), Direction.UP, Map.of()));
        }
    }

    /**
     * Replays revision by revision.
     *
     * @param ids full ids, each after all that it stands on
     * @param after is told what there is after each
     */
    public static void each(
            Scripts scripts,
            Dialect dialect,
            List<String> ids,
            Map<String, String> parameters,
            BiConsumer<String, Replay> after) {
        Map<String, LoadedScript> loaded = scripts.load(ids, dialect);
        StepMaker maker = new StepMaker(dialect, parameters);
        Player player = new Player(dialect);
        for (String id : ids) {
            player.revision = id;
            player.play(maker.make(Objects.requireNonNull(loaded.get(id)), Direction.UP, Map.of())
                    .nodes());
            after.accept(id, new Replay(player.schema, player.unknowns));
        }
    }

    /** Replays recorded operations on nothing. */
    public static Replay of(List<Operation> operations, Dialect dialect) {
        Player player = new Player(dialect);
        player.play(new PlanNodes(dialect, operation -> null).of(operations));
        return new Replay(player.schema, player.unknowns);
    }

    /** Whether nothing but operations made the schema. */
    public boolean exact() {
        return unknowns.isEmpty();
    }

    /** Whether no raw SQL may have touched a thing of this name. */
    public boolean knows(QualifiedName name) {
        String word = RawWords.plain(name.name());
        return unknowns.stream().noneMatch(unknown -> unknown.words().contains(word));
    }

    /** Moves a schema along. */
    private static final class Player {
        private final Dialect dialect;
        private final List<Unknown> unknowns = new ArrayList<>();
        private Schema schema = Schema.EMPTY;
        private String revision = "";

        Player(Dialect dialect) {
            this.dialect = dialect;
        }

        void play(Iterable<PlanNode> nodes) {
            for (PlanNode node : nodes) {
                if (node instanceof PlanNode.Choice choice) {
                    play(answer(choice.operation().condition()) ? choice.then() : choice.otherwise());
                } else {
                    play(((PlanNode.Leaf) node).operation());
                }
            }
        }

        private void play(Operation operation) {
            if (operation instanceof ExecuteSql sql && !sql.effect().known()) {
                RawWords words = RawWords.of(dialect.words(sql.sql()), dialect.syntax());
                if (words.mayChangeSchema()) {
                    unknowns.add(new Unknown(revision, words.beginning(), words.all()));
                }
            } else {
                schema = operation.evolve(schema);
            }
        }

        private boolean answer(Condition condition) {
            if (condition instanceof Condition.TableExists c) {
                boolean there = schema.table(c.table()).isPresent()
                        || schema.view(c.table()).isPresent();
                return there == c.present();
            }
            if (condition instanceof Condition.ColumnExists c) {
                return schema.table(c.table())
                                .flatMap(t -> t.column(c.column()))
                                .isPresent()
                        == c.present();
            }
            if (condition instanceof Condition.IndexExists c) {
                return schema.table(c.table()).flatMap(t -> t.index(c.index())).isPresent() == c.present();
            }
            if (condition instanceof Condition.ConstraintExists c) {
                return schema.table(c.table())
                                .flatMap(t -> t.constraint(c.constraint()))
                                .isPresent()
                        == c.present();
            }
            if (condition instanceof Condition.ServerAtLeast c) {
                return dialect.server().atLeast(c.major(), c.minor());
            }
            unknowns.add(new Unknown(revision, "when " + condition.describe(), new HashSet<>()));
            return false;
        }
    }
}
