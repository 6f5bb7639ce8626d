package io.github.cxkit.recovery.equity;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.numbers.Normal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Same failure, same treatment? Compares how two groups of customers were paid, answered and put right, among cases of the same kind.
 *
 * <p>Six departments admit 30.4 % of the women and 44.5 % of the men, but department by department 0.945 times as many men as women (95 % interval
 * 0.866 to 1.030): ALIKE, and the crude gap is the mix of departments.
 *
 * <pre>{@code
 * record Kind(Optional<Failure.Kind> kind, Optional<Failure.Severity> severity) {
 *     static Kind of(MyCase row) {
 *         return new Kind(row.failure().kind(), row.failure().severity());
 *     }
 * }
 *
 * EquityAudit<MyCase, Kind> audit = EquityAudit.of(MyCase::region, "north", "south", Kind::of)
 *         .withRate(ShareMetric.higherIsBetter("paid"), MyCase::paid)
 *         .withTime("first reply", MyCase::firstReply);
 * EquityReport<Kind> report = audit.examine(cases);
 * report.rate("paid").orElseThrow().verdict();
 * }</pre>
 *
 * <p>Defaults: 95 %, ratios inside (0.8, 1.25) do not matter, and groups of fewer than 10 cases are not shown.
 *
 * <ul>
 *   <li>The caller names the groups. Nothing about a person is inferred, and cases of neither group are only counted.
 *   <li>The strata (type and severity of the failure) are fixed before looking at outcomes, and must not be a consequence of the treatment.
 *   <li>Cases of one stratum have equal keys. A whole {@code Failure} is no key: it knows when it happened, so that each case would be a stratum of
 *       its own, and nothing comparable. {@link EquityOutcome#countComparable()} tells; where it is fewer than half, so does the text.
 *   <li>Strata that treat the groups in opposite ways average out, perhaps to ALIKE: {@link EquityOutcome#hasOppositeStrata()}.
 *   <li>All gaps are B minus A, all ratios B over A; naming the groups the other way round mirrors the whole report.
 *   <li>Equal treatment is shown by an interval that lies wholly inside the ratios that do not matter. A large p-value shows nothing.
 *   <li>With several outcomes the p-values are raised by Holm. ALIKE needs no such correction: each outcome has to show it for itself.
 *   <li>An unknown outcome is counted apart; it is neither a yes nor a no.
 *   <li>Withheld strata stay in the figures of all strata: one alone can be worked out from the rest by whoever has them all.
 *   <li>Only what was put into the strata is held constant. A difference may have a cause that no stratum knows.
 * </ul>
 *
 * @param <T> the type of the caller's rows; one row is one case
 * @param <K> the type of the strata's keys, with {@code equals} and {@code hashCode}
 */
public final class EquityAudit<T, K> {

    private static final double RATIO_THAT_MATTERS = 1.25;
    private static final int SMALLEST_CELL = 10;
    private static final double NANOS_PER_HOUR = 3.6e12;

    /** Makes a fresh tally of one outcome. */
    private record Outcome<T, K>(String name, Supplier<OutcomeTally<T, K, ?>> tally) {}

    private final Function<T, Side> side;
    private final Function<T, K> stratum;
    private final EquitySettings settings;
    private final List<Outcome<T, K>> outcomes;

    private EquityAudit(
            Function<T, Side> side, Function<T, K> stratum, EquitySettings settings, List<Outcome<T, K>> outcomes) {
        this.side = side;
        this.stratum = stratum;
        this.settings = settings;
        this.outcomes = outcomes;
    }

    /**
     * Returns an audit of two groups, as yet without outcomes.
     *
     * @param <T> the type of the caller's rows
     * @param <G> the type of the groups
     * @param <K> the type of the strata's keys
     * @param group reads which group a row belongs to
     * @param groupA the group to compare with
     * @param groupB the group in question
     * @param stratum reads which cases a row is comparable with
     * @return the audit
     * @throws IllegalArgumentException if the groups are equal
     */
    public static <T, G, K> EquityAudit<T, K> of(
            Function<? super T, ? extends G> group, G groupA, G groupB, Function<? super T, ? extends K> stratum) {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(groupA, "groupA");
        Objects.requireNonNull(groupB, "groupB");
        Objects.requireNonNull(stratum, "stratum");
        if (groupA.equals(groupB)) {
            throw new IllegalArgumentException("groups must differ, but both were " + groupA);
        }
        return new EquityAudit<>(
                row -> {
                    G of = Objects.requireNonNull(group.apply(row), "group");
                    return of.equals(groupA) ? Side.A : of.equals(groupB) ? Side.B : Side.NEITHER;
                },
                row -> Objects.requireNonNull(stratum.apply(row), "stratum"),
                new EquitySettings(
                        groupA.toString(),
                        groupB.toString(),
                        SMALLEST_CELL,
                        Normal.DEFAULT_CONFIDENCE,
                        RATIO_THAT_MATTERS),
                List.of());
    }

    /**
     * Returns a copy that also audits a rate: paid or not, resolved in time or not.
     *
     * @param metric what is counted, and which way is better
     * @param outcome reads whether it came to pass; empty where that is unknown
     * @return the copy
     * @throws IllegalArgumentException if there is an outcome of that name already
     */
    public EquityAudit<T, K> withRate(ShareMetric metric, Function<? super T, Optional<Boolean>> outcome) {
        Objects.requireNonNull(outcome, "outcome");
        return with(metric.name(), () -> new RateTally<>(metric, outcome));
    }

    /**
     * Returns a copy that also audits an amount, by its geometric mean. All amounts must be in one unit, for money in one currency.
     *
     * @param quantity what is measured, with a true zero
     * @param outcome reads the amount, above 0; empty where it is unknown
     * @return the copy
     * @throws IllegalArgumentException if there is an outcome of that name already, or if the quantity has no true zero, so that its ratios
     *     mean nothing
     */
    public EquityAudit<T, K> withAmount(Quantity quantity, Function<? super T, OptionalDouble> outcome) {
        Objects.requireNonNull(outcome, "outcome");
        if (!quantity.hasTrueZero()) {
            throw new IllegalArgumentException("ratios of " + quantity.name()
                    + " mean nothing, for it has no true zero\nMaybe use Quantity.amount.");
        }
        return with(quantity.name(), () -> new AmountTally<>(quantity, outcome));
    }

    /**
     * Returns a copy that also audits a time, by its geometric mean in hours; shorter is better.
     *
     * <p>Cases that are still waiting have no time yet. Leaving them out makes the group that waits longer look quicker: audit beside it
     * whether the answer came in time, as a rate.
     *
     * @param name the name of the time, not blank
     * @param outcome reads the time, above 0; empty where it is unknown
     * @return the copy
     * @throws IllegalArgumentException if the name is blank or there is an outcome of that name already
     */
    public EquityAudit<T, K> withTime(String name, Function<? super T, Optional<Duration>> outcome) {
        Objects.requireNonNull(outcome, "outcome");
        Quantity hours = Quantity.amount(name, MetricUnit.of("hours", " h", 2), Direction.LOWER_IS_BETTER);
        return withAmount(hours, row -> {
            Optional<Duration> time = Objects.requireNonNull(outcome.apply(row), name);
            return time.isPresent()
                    ? OptionalDouble.of(
                            (time.get().toSeconds() * 1e9 + time.get().toNanosPart()) / NANOS_PER_HOUR)
                    : OptionalDouble.empty();
        });
    }

    private EquityAudit<T, K> with(String name, Supplier<OutcomeTally<T, K, ?>> tally) {
        if (outcomes.stream().anyMatch(outcome -> outcome.name().equals(name))) {
            throw new IllegalArgumentException("outcome " + name + " is audited already");
        }
        return new EquityAudit<>(
                side,
                stratum,
                settings,
                Stream.concat(outcomes.stream(), Stream.of(new Outcome<>(name, tally)))
                        .toList());
    }

    /**
     * Returns a copy that judges at another confidence. It is that of {@link EquityOutcome.Verdict#DIFFERENT}; alike is judged at 1 − 2(1 − confidence).
     *
     * @param newConfidence between 0.5 and 1
     * @return the copy
     * @throws IllegalArgumentException if the confidence is not between 0.5 and 1
     */
    public EquityAudit<T, K> withConfidence(double newConfidence) {
        if (!(newConfidence > 0.5)) {
            throw new IllegalArgumentException("confidence must be between 0.5 and 1, but was " + newConfidence);
        }
        Estimator.withDefaults().withConfidence(newConfidence);
        return with(new EquitySettings(
                settings.a(), settings.b(), settings.smallestCell(), newConfidence, settings.ratioThatMatters()));
    }

    /**
     * Returns a copy with another idea of what is alike.
     *
     * @param ratio the smallest ratio of interest, above 1; 1.25 calls ratios between 0.8 and 1.25 alike
     * @return the copy
     * @throws IllegalArgumentException if the ratio is not above 1 and finite
     */
    public EquityAudit<T, K> withSmallestEffectOfInterest(double ratio) {
        if (!(ratio > 1 && ratio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("smallest ratio of interest must be in (1, ∞), but was " + ratio);
        }
        return with(
                new EquitySettings(settings.a(), settings.b(), settings.smallestCell(), settings.confidence(), ratio));
    }

    /**
     * Returns a copy that shows figures of smaller groups, or only of larger ones.
     *
     * @param cases how many cases of known outcome a group must have in a stratum for the stratum to be shown, and in all for the outcome to
     *     be examined; 1 shows everything
     * @return the copy
     * @throws IllegalArgumentException if the number is less than 1
     */
    public EquityAudit<T, K> withSmallestCell(int cases) {
        if (cases < 1) {
            throw new IllegalArgumentException("smallest cell must be at least 1, but was " + cases);
        }
        return with(new EquitySettings(
                settings.a(), settings.b(), cases, settings.confidence(), settings.ratioThatMatters()));
    }

    private EquityAudit<T, K> with(EquitySettings newSettings) {
        return new EquityAudit<>(side, stratum, newSettings, outcomes);
    }

    /**
     * Examines cases.
     *
     * @param cases the cases; none is legal
     * @return what was found
     * @throws IllegalStateException if there is no outcome to audit
     * @throws IllegalArgumentException if an amount or a time of either group is not above 0 and finite
     * @throws NullPointerException if a group, a stratum or an outcome is null
     */
    public EquityReport<K> examine(Iterable<? extends T> cases) {
        Objects.requireNonNull(cases, "cases");
        if (outcomes.isEmpty()) {
            throw new IllegalStateException(
                    "an audit needs an outcome, but there was none\nMaybe add one with withRate.");
        }
        List<OutcomeTally<T, K, ?>> tallies = new ArrayList<>();
        outcomes.forEach(outcome -> tallies.add(outcome.tally().get()));
        Map<Side, Long> counts = new EnumMap<>(Side.class);
        for (T row : cases) {
            Side of = side.apply(row);
            counts.merge(of, 1L, Long::sum);
            if (of != Side.NEITHER) {
                K key = stratum.apply(row);
                tallies.forEach(tally -> tally.accept(of, key, row));
            }
        }
        return report(counts, tallies);
    }

    private EquityReport<K> report(Map<Side, Long> counts, List<OutcomeTally<T, K, ?>> tallies) {
        List<OutcomeTally.Candidate<K>> candidates = new ArrayList<>();
        List<String> tooFew = new ArrayList<>();
        tallies.forEach(
                tally -> tally.examined(settings).ifPresentOrElse(candidates::add, () -> tooFew.add(tally.name())));
        double[] pValues = candidates.stream()
                .flatMapToDouble(candidate -> candidate.pValue().stream())
                .toArray();
        Iterator<Double> adjusted =
                Arrays.stream(Adjustment.HOLM.adjust(pValues)).iterator();
        List<EquityOutcome<K>> judged = new ArrayList<>();
        for (OutcomeTally.Candidate<K> candidate : candidates) {
            judged.add(candidate.judged(
                    candidate.pValue().isPresent() ? OptionalDouble.of(adjusted.next()) : OptionalDouble.empty()));
        }
        return new EquityReport<>(
                settings,
                counts.getOrDefault(Side.A, 0L),
                counts.getOrDefault(Side.B, 0L),
                counts.getOrDefault(Side.NEITHER, 0L),
                judged,
                tooFew);
    }
}
