package io.github.cxkit.recovery.equity;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.numbers.Optionals;
import io.github.cxkit.metrics.numbers.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found about one outcome: a {@link RateEquity} or an {@link AmountEquity}.
 *
 * <p>The verdict, in this order:
 *
 * <ul>
 *   <li>{@link Verdict#ALIKE} where the interval of {@link #ratio()} at 1 − 2(1 − confidence), 90 % by default, lies inside the ratios that do not
 *       matter, (0.8, 1.25) by default; even where it leaves 1 out. Of a rate that has to hold for the ratio of the opposite outcome, too: 95 % paid against 80 % is
 *       5 % refused against 20 %.
 *   <li>{@link Verdict#DIFFERENT} where the adjusted p-value is below 1 − confidence: of a rate that of {@link RateEquity.Comparison#test()}, of an amount that of the
 *       ratio.
 *   <li>Else {@link Verdict#NOT_SHOWN}.
 * </ul>
 *
 * <p>So the verdict on a rate does not depend on whether the outcome or its opposite is named. The four fifths are a convention, of no deeper reason. They ask for much
 * where an outcome is rare: with 5 % refused in both groups ALIKE takes some 6,500 cases a group to be shown in 80 % of the samples.
 *
 * <p>The verdict is about the strata together. {@link #hasOppositeStrata()} says where they disagree.
 *
 * @param <K> the type of the strata's keys
 */
public abstract sealed class EquityOutcome<K> permits RateEquity, AmountEquity {

    private final Standing<K> standing;

    EquityOutcome(Standing<K> standing) {
        this.standing = standing;
    }

    /**
     * Returns the name of the outcome.
     *
     * @return the name
     */
    public String name() {
        return standing.name();
    }

    /**
     * Returns the ratio that the verdict is about, B over A, of comparable cases.
     *
     * @return the risk ratio of a rate, the geometric mean ratio of an amount; empty where it is undefined
     */
    public abstract Optional<Score> ratio();

    /**
     * Returns whether the crude comparison and the one of comparable cases point in opposite directions.
     *
     * @return false also where one of them shows no difference or is undefined
     */
    public abstract boolean isSimpsonsParadox();

    static boolean areOpposite(double one, double other) {
        return Math.min(Math.abs(one), Math.abs(other)) > Rounding.LEFT_OVER && one * other < 0;
    }

    /**
     * Returns whether one stratum treats group B better and another group A. The one figure of comparable cases averages that out, so that even
     * {@link Verdict#ALIKE} hides it.
     *
     * @return true if of the strata that are shown one has a gap above 0 and another one below, each with a p-value below 1 − confidence after it
     *     is raised by Holm for all of them; a gap of rates by Newcombe's interval, of amounts by Welch's on the logarithms
     */
    public boolean hasOppositeStrata() {
        return standing.oppositeStrata();
    }

    /**
     * Returns how many cases of known outcome are in a stratum with cases of both groups. Only they are compared like with like.
     *
     * @return 0 or more
     */
    public long countComparable() {
        return standing.comparable();
    }

    /** What limits the verdict, each as the end of a sentence. */
    List<String> limits() {
        List<String> limits = new ArrayList<>();
        if (standing.comparable() < standing.known() - standing.comparable()) {
            limits.add("only " + standing.comparable() + " of " + standing.known() + " cases are comparable");
        }
        if (standing.oppositeStrata()) {
            limits.add("but strata point opposite ways");
        }
        return limits;
    }

    /**
     * Returns what can be said, by the rule above.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return standing.verdict();
    }

    /**
     * Returns the p-value of equal treatment before the other outcomes are accounted for: of a rate by the Cochran–Mantel–Haenszel test, of an amount by the ratio.
     *
     * @return from 0 to 1; empty where the cases allow no test
     */
    public OptionalDouble pValue() {
        return standing.pValue();
    }

    /**
     * Returns the p-value raised by Holm for all outcomes of the audit that allow a test.
     *
     * @return from {@link #pValue()} to 1; empty where that is
     */
    public OptionalDouble adjustedPValue() {
        return standing.adjustedPValue();
    }

    /**
     * Returns how many cases of group A have no known outcome. They are in no figure.
     *
     * @return 0 or more
     */
    public long unknownA() {
        return standing.unknownA();
    }

    /**
     * Returns how many cases of group B have no known outcome. They are in no figure.
     *
     * @return 0 or more
     */
    public long unknownB() {
        return standing.unknownB();
    }

    /**
     * Returns the strata in which only one group has cases of known outcome. They are in the crude comparison, and in none of comparable cases.
     *
     * @return the keys, in the order of their first case
     */
    public List<K> oneSidedStrata() {
        return standing.oneSided();
    }

    /**
     * Returns the strata in which both groups have cases of known outcome, but one has fewer than may be shown. They are in the comparison of
     * comparable cases; only their own figures are withheld.
     *
     * @return the keys, in the order of their first case
     */
    public List<K> suppressedStrata() {
        return standing.suppressed();
    }

    /**
     * Returns the verdict and the ratio in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(
                name(),
                verdict().name(),
                ratio().map(Score::view).orElse(null),
                Optionals.orNull(pValue()),
                Optionals.orNull(adjustedPValue()),
                countComparable(),
                unknownA(),
                unknownB(),
                isSimpsonsParadox(),
                limits());
    }

    /**
     * What an audit found about one outcome, in plain values.
     *
     * @param name the name of the outcome
     * @param verdict the name of the {@link Verdict}
     * @param ratio the ratio that the verdict is about; null where it is undefined
     * @param pValue the p-value of equal treatment; null where the cases allow no test
     * @param adjustedPValue the same, raised for all outcomes of the audit
     * @param comparable how many cases are comparable
     * @param unknownA how many cases of group A have no known outcome
     * @param unknownB how many cases of group B have no known outcome
     * @param simpsonsParadox whether crude and comparable cases point in opposite directions
     * @param limits what limits the verdict
     */
    public record View(
            String name,
            String verdict,
            @Nullable ResultView ratio,
            @Nullable Double pValue,
            @Nullable Double adjustedPValue,
            long comparable,
            long unknownA,
            long unknownB,
            boolean simpsonsParadox,
            List<String> limits) {}

    /**
     * Returns the verdict and the ratio with its 95 % interval; also if fewer than half of the cases are comparable, and if strata point opposite ways.
     *
     * @return for example {@code paid: ALIKE, 0.945 (95% CI 0.866 to 1.030, n=4526)}
     */
    @Override
    public String toString() {
        return name() + ": " + verdict() + ", "
                + ratio().map(score -> score.estimate().toString()).orElse("ratio undefined")
                + limits().stream().map(limit -> "; " + limit).collect(Collectors.joining());
    }

    /** What can be said about two groups, once their cases are compared like with like. */
    public enum Verdict {
        /** Whatever the difference is, it is smaller than the smallest ratio of interest to the caller; shown, not assumed. */
        ALIKE,
        /** The groups were treated differently: the interval leaves equality out, also after the number of outcomes is accounted for. */
        DIFFERENT,
        /** The cases show neither. Not the same as alike: 95 % paid on both sides takes some 6,500 cases a group to be shown alike. */
        NOT_SHOWN
    }
}
