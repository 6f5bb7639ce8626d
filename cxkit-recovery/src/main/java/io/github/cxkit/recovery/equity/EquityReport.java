package io.github.cxkit.recovery.equity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an {@link EquityAudit} found: every outcome, with what was left out of it.
 *
 * <pre>{@code
 * report.rate("paid").orElseThrow().verdict();     // ALIKE, DIFFERENT or NOT_SHOWN
 * report.outcomes();                               // all of them
 * }</pre>
 *
 * @param <K> the type of the strata's keys
 */
public final class EquityReport<K> {

    private final EquitySettings settings;
    private final long countA;
    private final long countB;
    private final long countNeither;
    private final List<EquityOutcome<K>> outcomes;
    private final List<String> tooFew;

    EquityReport(
            EquitySettings settings,
            long countA,
            long countB,
            long countNeither,
            List<EquityOutcome<K>> outcomes,
            List<String> tooFew) {
        this.settings = settings;
        this.countA = countA;
        this.countB = countB;
        this.countNeither = countNeither;
        this.outcomes = List.copyOf(outcomes);
        this.tooFew = List.copyOf(tooFew);
    }

    /**
     * Returns the name of group A, which every gap subtracts and every ratio divides by.
     *
     * @return the name
     */
    public String groupA() {
        return settings.a();
    }

    /**
     * Returns the name of group B.
     *
     * @return the name
     */
    public String groupB() {
        return settings.b();
    }

    /**
     * Returns the number of cases in group A, with known outcomes or not.
     *
     * @return 0 or more
     */
    public long countA() {
        return countA;
    }

    /**
     * Returns the number of cases in group B, with known outcomes or not.
     *
     * @return 0 or more
     */
    public long countB() {
        return countB;
    }

    /**
     * Returns the number of cases that belong to neither group. They are in no figure.
     *
     * @return 0 or more
     */
    public long countNeither() {
        return countNeither;
    }

    /**
     * Returns the outcomes that could be examined.
     *
     * @return the outcomes, in the order in which the audit asks for them
     */
    public List<EquityOutcome<K>> outcomes() {
        return outcomes;
    }

    /**
     * Returns what was found about a rate.
     *
     * @param name its name
     * @return the outcome; empty where no rate of that name was examined
     */
    public Optional<RateEquity<K>> rate(String name) {
        return named(name).filter(outcome -> outcome instanceof RateEquity<K>).map(outcome -> (RateEquity<K>) outcome);
    }

    /**
     * Returns what was found about an amount or a time.
     *
     * @param name its name
     * @return the outcome; empty where no amount of that name was examined
     */
    public Optional<AmountEquity<K>> amount(String name) {
        return named(name).filter(outcome -> outcome instanceof AmountEquity<K>).map(outcome ->
                (AmountEquity<K>) outcome);
    }

    private Optional<EquityOutcome<K>> named(String name) {
        Objects.requireNonNull(name, "name");
        return outcomes.stream().filter(outcome -> outcome.name().equals(name)).findFirst();
    }

    /**
     * Returns the outcomes that were not examined because one group has fewer cases of known outcome in all than may be shown.
     *
     * @return their names, in the order in which the audit asks for them
     */
    public List<String> outcomesWithTooFewCases() {
        return tooFew;
    }

    /**
     * Returns the groups and the outcomes in plain values; what JSON shows of a report.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(
                groupA(),
                countA,
                groupB(),
                countB,
                countNeither,
                outcomes.stream().map(EquityOutcome::view).toList(),
                tooFew);
    }

    /**
     * What an audit found, in plain values.
     *
     * @param groupA the name of group A
     * @param countA the number of its cases
     * @param groupB the name of group B
     * @param countB the number of its cases
     * @param countNeither the number of cases in neither
     * @param outcomes the outcomes that could be examined
     * @param outcomesWithTooFewCases the names of those that could not
     */
    public record View(
            String groupA,
            long countA,
            String groupB,
            long countB,
            long countNeither,
            List<EquityOutcome.View> outcomes,
            List<String> outcomesWithTooFewCases) {}

    /**
     * Returns the groups, their sizes, how many cases belong to neither, and the verdicts with what limits them.
     *
     * @return for example {@code men (n=2691) against women (n=1835): admitted ALIKE}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(settings.b() + " (n=" + countB + ") against " + settings.a() + " (n=" + countA + ")"
                        + (countNeither > 0 ? ", neither (n=" + countNeither + ")" : "") + ":");
        outcomes.forEach(outcome -> text.append(" " + outcome.name() + " " + outcome.verdict()
                + (outcome.limits().isEmpty() ? "" : " (" + String.join("; ", outcome.limits()) + ")")));
        tooFew.forEach(name -> text.append(" " + name + " with too few cases"));
        return text.toString();
    }
}
