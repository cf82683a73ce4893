package org.limbeck.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The median of several figures, the least and the most. */
record Spread(double median, double least, double most) {

    static Spread of(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
