package io.github.cxkit.recovery;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.numbers.Optionals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How fair one dimension of a case was: points from 0 to 100, the bounds that what is not known leaves, and how much is known.
 *
 * <p>With the utilities u of the evidence and its weights w: coverage Σw/Σw over the observed and over all that applies; point Σw·u/Σw over the observed;
 * lower bound with 0 and upper bound with 1 for everything that is not known.
 *
 * <ul>
 *   <li>No point where the coverage is below the policy's minimum, or nothing was observed.
 *   <li>A piece of which only the best is known, as hand-offs without channel switches, counts at its best where that lowers the point, and not at all
 *       where it would raise it. It is not observed, adds nothing to the coverage, and makes no point alone.
 *   <li>A dimension in which nothing applies has neither point nor bounds.
 *   <li>A cap holds for the point and for both bounds.
 * </ul>
 */
public final class DimensionScore {

    private static final double POINTS = 100;

    /** A coverage that is less than the minimum by this part is due to rounding. */
    private static final double ROUNDING = 1e-12;

    private final FairnessDimension dimension;
    private final List<EvidenceScore> evidence;

    /** Of what was observed; NaN where nothing was. */
    private final double mean;

    private final double coverage;
    private final OptionalDouble uncapped;
    private final OptionalDouble point;
    private final double lower;
    private final double upper;
    private final Optional<FairnessCap> cap;

    /** The cap is what was called for; the limit is in [0, 1], and 1 without a cap. */
    DimensionScore(
            FairnessDimension dimension,
            List<EvidenceScore> evidence,
            double minimumCoverage,
            Optional<FairnessCap> calledFor,
            double limit) {
        this.dimension = dimension;
        this.evidence = List.copyOf(evidence);
        double applicable = 0;
        double observed = 0;
        double known = 0;
        double least = 0;
        double most = 0;
        for (EvidenceScore piece : evidence) {
            applicable += piece.weight();
            least += piece.weight() * piece.utility().lower();
            most += piece.weight() * piece.utility().upper();
            if (piece.isObserved()) {
                observed += piece.weight();
                known += piece.weight() * piece.utility().lower();
            }
        }
        this.mean = known / observed;
        double counting = 0;
        double worth = 0;
        double worst = 1;
        double best = 0;
        for (EvidenceScore piece : evidence) {
            if (counts(piece)) {
                double utility = piece.utility().upper();
                counting += piece.weight();
                worth += piece.weight() * utility;
                worst = Math.min(worst, utility);
                best = Math.max(best, utility);
            }
        }
        this.coverage = observed / applicable;
        double highest = POINTS * limit;
        double freeUpper = POINTS * Math.min(1, most / applicable);
        this.uncapped = observed > 0 && observed >= minimumCoverage * applicable * (1 - ROUNDING)
                ? OptionalDouble.of(POINTS * Math.min(Math.max(worth / counting, worst), best)) // rounding
                : OptionalDouble.empty();
        this.point = uncapped.isPresent() ? OptionalDouble.of(Math.min(uncapped.getAsDouble(), highest)) : uncapped;
        double floor = Math.min(POINTS * (least / applicable), highest);
        double ceiling = Math.min(freeUpper, highest);
        boolean allKnown = observed == applicable && point.isPresent();
        this.lower = allKnown ? point.getAsDouble() : Math.min(floor, point.orElse(floor)); // rounding
        this.upper = allKnown ? point.getAsDouble() : Math.max(ceiling, point.orElse(ceiling));
        this.cap = calledFor.filter(c -> freeUpper > highest);
    }

    /**
     * Returns the dimension.
     *
     * @return the dimension
     */
    public FairnessDimension dimension() {
        return dimension;
    }

    /**
     * Returns whether anything of this dimension applies to the case.
     *
     * @return false where nothing applies
     */
    public boolean isApplicable() {
        return !evidence.isEmpty();
    }

    /**
     * Returns the points.
     *
     * @return from 0 to 100; empty where too little is known, or nothing applies
     */
    public OptionalDouble point() {
        return point;
    }

    /**
     * Returns the bounds: where the points would lie, whatever the missing evidence said. What caps is no evidence: a violation or an unsolved core
     * problem that nobody stated lowers neither bound.
     *
     * @return from the least to the greatest, within 0 and 100
     * @throws IllegalStateException if nothing in this dimension applies
     */
    public Interval bounds() {
        checkApplicable("bounds");
        return new Interval(lower, upper);
    }

    /**
     * Returns how much of the evidence that applies was observed, by weight.
     *
     * @return from 0 to 1
     * @throws IllegalStateException if nothing in this dimension applies
     */
    public double coverage() {
        checkApplicable("coverage");
        return coverage;
    }

    /**
     * Returns the cap that lowered the point or a bound.
     *
     * @return the cap; empty where there was none, or nothing to lower
     */
    public Optional<FairnessCap> cap() {
        return cap;
    }

    /**
     * Returns the evidence that applies, observed or not.
     *
     * @return the pieces, in the order of {@link Evidence}
     */
    public List<EvidenceScore> evidence() {
        return evidence;
    }

    private void checkApplicable(String what) {
        if (evidence.isEmpty()) {
            throw new IllegalStateException(what + " of " + dimension + " are undefined: nothing in it applies");
        }
    }

    /** Shares points lost among the evidence that counts, by w·(1 − u), and the cap. */
    Map<FairnessFactor, Double> share(double lost) {
        double limited = uncapped.orElseThrow() - point.orElseThrow();
        double counting = 0;
        double missed = 0;
        for (EvidenceScore piece : evidence) {
            counting += counts(piece) ? piece.weight() : 0;
            missed += counts(piece) ? missedBy(piece) : 0;
        }
        double byCap = cap.isPresent() && limited > 0 ? limited / POINTS * counting : 0;
        double all = missed + byCap;
        Map<FairnessFactor, Double> shares = new LinkedHashMap<>();
        for (EvidenceScore piece : evidence) {
            if (counts(piece)) {
                shares.put(piece.evidence(), all > 0 ? lost * (missedBy(piece) / all) : 0);
            }
        }
        if (byCap > 0) {
            shares.put(cap.orElseThrow(), lost * (byCap / all));
        }
        return shares;
    }

    /** What the point is the mean of: the observed, and what lowers it even at its best. */
    private boolean counts(EvidenceScore piece) {
        return piece.isObserved() || piece.utility().upper() < mean;
    }

    private static double missedBy(EvidenceScore piece) {
        return piece.weight() * (1 - piece.utility().upper());
    }

    /**
     * Returns the dimension in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        boolean applies = isApplicable();
        return new View(
                dimension.name(),
                Optionals.orNull(point),
                applies ? (Double) lower : null,
                applies ? (Double) upper : null,
                applies ? (Double) coverage : null,
                cap.map(Enum::name).orElse(null));
    }

    /**
     * How fair one dimension was, in plain values.
     *
     * @param dimension the name of the dimension
     * @param points from 0 to 100; null where too little is known, or nothing applies
     * @param lower the lower bound; null where nothing applies
     * @param upper the upper bound; null where nothing applies
     * @param coverage how much of the evidence was observed, from 0 to 1; null where nothing applies
     * @param cap the name of the cap that lowered it; null where there was none
     */
    public record View(
            String dimension,
            @Nullable Double points,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double coverage,
            @Nullable String cap) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof DimensionScore that
                && dimension == that.dimension
                && evidence.equals(that.evidence)
                && point.equals(that.point)
                && Double.compare(lower, that.lower) == 0
                && Double.compare(upper, that.upper) == 0
                && cap.equals(that.cap);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dimension, evidence, point, lower, upper, cap);
    }

    /**
     * Returns the dimension, its points, bounds and coverage.
     *
     * @return for example {@code PROCESS 82.4 (bounds 76.1 to 83.8, coverage 92%)}
     */
    @Override
    public String toString() {
        if (evidence.isEmpty()) {
            return dimension + " not applicable";
        }
        return dimension + " " + (point.isPresent() ? MetricUnit.POINTS.format(point.getAsDouble()) : "unknown")
                + " (bounds "
                + MetricUnit.POINTS.format(lower) + " to " + MetricUnit.POINTS.format(upper) + ", coverage "
                + MetricUnit.PERCENT.format(100 * coverage, 0)
                + cap.map(c -> ", capped: " + c.label()).orElse("") + ")";
    }
}
