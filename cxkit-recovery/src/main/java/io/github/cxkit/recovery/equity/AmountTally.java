package io.github.cxkit.recovery.equity;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MeanTally;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** Collects the logarithms of an amount by stratum and group. */
final class AmountTally<T, K> extends OutcomeTally<T, K, AmountTally.Logarithms> {

    private static final Quantity LOGARITHM =
            Quantity.of("logarithm", MetricUnit.of("natural logarithm", "", 3), Direction.HIGHER_IS_BETTER);

    /** One stratum. */
    static final class Logarithms implements Cell {

        private final MeanTally a = MeanTally.of(LOGARITHM);
        private final MeanTally b = MeanTally.of(LOGARITHM);

        private void accept(Side side, double amount) {
            (side == Side.A ? a : b).accept(Math.log(amount));
        }

        private Mean meanA() {
            return a.mean();
        }

        private Mean meanB() {
            return b.mean();
        }

        @Override
        public long countA() {
            return meanA().count();
        }

        @Override
        public long countB() {
            return meanB().count();
        }
    }

    private final Quantity quantity;
    private final Function<? super T, OptionalDouble> outcome;

    AmountTally(Quantity quantity, Function<? super T, OptionalDouble> outcome) {
        super(quantity.name(), Logarithms::new);
        this.quantity = quantity;
        this.outcome = outcome;
    }

    @Override
    boolean accept(T row, Side side, Supplier<Logarithms> cell) {
        OptionalDouble amount = Objects.requireNonNull(outcome.apply(row), name());
        amount.ifPresent(known -> cell.get().accept(side, checked(known)));
        return amount.isPresent();
    }

    private double checked(double amount) {
        if (!(amount > 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name() + " must be in (0, ∞), but was " + amount
                    + (amount == 0
                            ? "\nMaybe audit as a rate whether there was any, and the amount only where there was."
                            : ""));
        }
        return amount;
    }

    @Override
    Candidate<K> candidate(EquitySettings settings) {
        Collection<Logarithms> strata = cells().values();
        Mean allA = strata.stream().map(Logarithms::meanA).reduce(Mean::plus).orElseThrow();
        Mean allB = strata.stream().map(Logarithms::meanB).reduce(Mean::plus).orElseThrow();
        Change gap = Change.between(allA, allB);
        Score crude = ratio(settings, gap.value(), gap.uncertainty(), gap.count());
        Optional<Score> adjusted = adjusted(settings);
        OptionalDouble pValue = adjusted.filter(
                        score -> score.uncertainty().reasonWithoutLimits().isEmpty())
                .map(score -> OptionalDouble.of(score.testAgainst(1).pValue()))
                .orElse(OptionalDouble.empty());
        AmountEquity.Figures<K> figures = new AmountEquity.Figures<>(
                Math.exp(allA.value()),
                Math.exp(allB.value()),
                crude,
                adjusted,
                GapSplit.of(strata.stream().map(AmountTally::part).toList()),
                shown(settings));
        return new Candidate<>() {
            @Override
            public OptionalDouble pValue() {
                return pValue;
            }

            @Override
            public EquityOutcome<K> judged(OptionalDouble adjustedPValue) {
                EquityOutcome.Verdict verdict = settings.judge(List.of(adjusted), adjustedPValue);
                return new AmountEquity<>(standing(pValue, adjustedPValue, verdict, settings), figures);
            }
        };
    }

    @Override
    Change gap(Logarithms cell) {
        return Change.between(cell.meanA(), cell.meanB());
    }

    /** The weights n1·n0/n make the standard error s/√Σw. */
    private Optional<Score> adjusted(EquitySettings settings) {
        double weights = 0;
        double weighted = 0;
        double squares = 0;
        long count = 0;
        long freedom = 0;
        for (Logarithms stratum : cells().values()) {
            if (hasBoth(stratum)) {
                Mean a = stratum.meanA();
                Mean b = stratum.meanB();
                long both = a.count() + b.count();
                double weight = (double) a.count() * b.count() / both;
                weights += weight;
                weighted += weight * (b.value() - a.value());
                squares += squaredDeviations(a) + squaredDeviations(b);
                count += both;
                freedom += both - 2;
            }
        }
        return weights > 0
                ? Optional.of(ratio(settings, weighted / weights, uncertainty(squares, freedom, weights), count))
                : Optional.empty();
    }

    private static double squaredDeviations(Mean mean) {
        double deviation = mean.standardDeviation().orElse(0);
        return deviation * deviation * (mean.count() - 1);
    }

    private static Uncertainty uncertainty(double squares, long freedom, double weights) {
        return freedom == 0
                ? new Uncertainty.NotEstimable("no group has 2 amounts in one stratum")
                : new Uncertainty.StandardError(Math.sqrt(squares / freedom / weights), freedom);
    }

    private Score ratio(EquitySettings settings, double logarithm, Uncertainty uncertainty, long count) {
        return Figure.of(
                EquityMetric.ratio(
                        quantity.name() + ": " + settings.b() + " over " + settings.a(), quantity.direction()),
                Math.exp(logarithm),
                count,
                uncertainty.on(Link.LOG));
    }

    private static GapSplit.Part part(Logarithms stratum) {
        Mean a = stratum.meanA();
        Mean b = stratum.meanB();
        return new GapSplit.Part(a.count(), a.isEmpty() ? 0 : a.value(), b.count(), b.isEmpty() ? 0 : b.value());
    }

    private List<AmountEquity.Stratum<K>> shown(EquitySettings settings) {
        return cells().entrySet().stream()
                .filter(entry -> isShown(entry.getValue(), settings))
                .map(entry -> {
                    Mean a = entry.getValue().meanA();
                    Mean b = entry.getValue().meanB();
                    return new AmountEquity.Stratum<>(
                            entry.getKey(), a.count(), Math.exp(a.value()), b.count(), Math.exp(b.value()));
                })
                .toList();
    }
}
