package org.limbeck.graph;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random graphs: lines, forks, merges, dependencies; each with a part of it that is applied. */
class RandomGraphs extends DomainContextBase {

    /**
     * @param graph any graph
     * @param applied a set that holds all that its members need
     * @param seed for further choices
     */
    record Case(RevisionGraph graph, AppliedSet applied, long seed) {
        Navigator navigator() {
            return new Navigator(applied);
        }

        /** Any revision; the graph has one at least. */
        RevisionNode any(int salt) {
            return graph.nodes().get(new Random(seed + salt).nextInt(graph.size()));
        }

        @Override
        public String toString() {
            return graph.nodes() + " applied " + applied.nodes();
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(Arbitraries.integers().between(1, 40), Arbitraries.longs())
                .as((size, seed) -> of(size, new Random(seed)));
    }

    private static Case of(int size, Random random) {
        RevisionGraph graph = RevisionGraph.of(nodes(size, random));
        List<String> tips = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tips.add(graph.nodes().get(random.nextInt(size)).id());
        }
        return new Case(graph, AppliedSet.upTo(graph, tips), random.nextLong());
    }

    static List<RevisionNode> nodes(int size, Random random) {
        List<RevisionNode> nodes = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = String.format("%04x%04x", random.nextInt(0x10000), i);
            Set<String> downs = new LinkedHashSet<>();
            for (int k = parents(random); k > 0 && i > 0; k--) {
                boolean grow = random.nextInt(4) > 0;
                downs.add(
                        grow
                                ? heads.get(random.nextInt(heads.size()))
                                : nodes.get(random.nextInt(i)).id());
            }
            String[] dependsOn = i > 0 && random.nextInt(6) == 0
                    ? new String[] {nodes.get(random.nextInt(i)).id()}
                    : new String[0];
            heads.removeAll(downs);
            heads.add(id);
            nodes.add(RevisionNode.of(id, downs.toArray(String[]::new))
                    .withDependsOn(dependsOn)
                    .withCreated(created(random)));
        }
        return nodes;
    }

    private static int parents(Random random) {
        int chance = random.nextInt(10);
        return chance == 0 ? 0 : chance < 8 ? 1 : chance - 6;
    }

    private static @org.jspecify.annotations.Nullable LocalDateTime created(Random random) {
        return random.nextInt(3) == 0 ? null : LocalDateTime.of(2026, 1, 1 + random.nextInt(3), 0, 0);
    }
}
