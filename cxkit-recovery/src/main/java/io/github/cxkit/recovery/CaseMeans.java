package io.github.cxkit.recovery;

import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MeanTally;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The mean of the cases with a point, and of those without one the means of their lower bounds, of the middles of their bounds, and of their upper bounds. */
record CaseMeans(Mean points, Mean lower, Mean middle, Mean upper) {

    /** The means that stand for the cases without a point. */
    static final int OPEN = 3;

    private static final int ALL = 1 + OPEN;

    /** Only cases with a point, where one can be without one for no other reason than that nobody asked. */
    static CaseMeans of(Mean points) {
        Mean none = MeanTally.of(points.metric()).mean();
        return new CaseMeans(points, none, none, none);
    }

    CaseMeans plus(CaseMeans other) {
        return new CaseMeans(
                points.plus(other.points), lower.plus(other.lower), middle.plus(other.middle), upper.plus(other.upper));
    }

    long cases() {
        return Math.addExact(points.count(), open());
    }

    /** The cases without a point. */
    long open() {
        return lower.count();
    }

    /** All cases, where one without a point lies so far from the middle of its bounds: −1 at the lower, 1 at the upper. */
    Score at(Metric metric, double position) {
        double ofLower = (1 - position) / 2;
        double ofUpper = (1 + position) / 2;
        double value = points.isEmpty() ? 0 : points.value();
        double squares = squares(points);
        if (open() > 0) {
            double there = ofLower * lower.value() + ofUpper * upper.value();
            double distance = there - value;
            squares += Math.max(0, squaresAt(ofLower, ofUpper))
                    + distance * distance * points.count() * ((double) open() / cases());
            value += distance * ((double) open() / cases());
        }
        return Figure.of(metric, value, cases(), uncertainty(metric, value, squares));
    }

    private double squaresAt(double ofLower, double ofUpper) {
        return ofLower * ofLower * squares(lower)
                + ofUpper * ofUpper * squares(upper)
                + 2 * ofLower * ofUpper * products();
    }

    /** Σ(lower − its mean)·(upper − its mean), by that of their middles. */
    double products() {
        return (4 * squares(middle) - squares(lower) - squares(upper)) / 2;
    }

    /** Σ(x − mean)². */
    static double squares(Mean mean) {
        double deviation = mean.isEmpty() ? 0 : mean.standardDeviation().orElse(0);
        return deviation * deviation * (mean.count() - 1);
    }

    private Uncertainty uncertainty(Metric metric, double value, double squares) {
        long n = cases();
        if (n < 2) {
            return new Uncertainty.NotEstimable("a mean needs at least 2 cases");
        }
        return squares == 0
                ? Uncertainty.ofEqualAnswers(value, metric.range(), n)
                : new Uncertainty.StandardError(Math.sqrt(squares / (n - 1) / n), n - 1);
    }

    /** Takes cases one by one. */
    static final class Tally {

        private final MeanTally[] means = Stream.generate(() -> MeanTally.of(FairnessSummary.Tally.NUMBER))
                .limit(ALL)
                .toArray(MeanTally[]::new);

        void accept(OptionalDouble point, Interval bounds) {
            if (point.isPresent()) {
                means[0].accept(point.getAsDouble());
            } else {
                acceptOpen(means, 1, bounds);
            }
        }

        /** Takes a case without a point into the three tallies that begin at an index. */
        static void acceptOpen(MeanTally[] tallies, int from, Interval bounds) {
            tallies[from].accept(bounds.lower());
            tallies[from + 1].accept(bounds.lower() + bounds.width() / 2);
            tallies[from + 2].accept(bounds.upper());
        }

        Tally combine(Tally other) {
            for (int i = 0; i < ALL; i++) {
                means[i].combine(other.means[i]);
            }
            return this;
        }

        CaseMeans means() {
            return new CaseMeans(means[0].mean(), means[1].mean(), means[2].mean(), means[3].mean());
        }
    }
}
