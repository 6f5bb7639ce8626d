package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.change.Change;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** Counts a rate by stratum and group. */
final class RateTally<T, K> extends OutcomeTally<T, K, RateTally.Counts> {

    /** One stratum. */
    static final class Counts implements Cell {

        private long yesA;
        private long countA;
        private long yesB;
        private long countB;

        private void accept(Side side, boolean yes) {
            int counted = yes ? 1 : 0;
            if (side == Side.A) {
                yesA += counted;
                countA++;
            } else {
                yesB += counted;
                countB++;
            }
        }

        @Override
        public long countA() {
            return countA;
        }

        @Override
        public long countB() {
            return countB;
        }

        private TwoByTwo table() {
            return new TwoByTwo(yesA, countA, yesB, countB);
        }
    }

    private final ShareMetric metric;
    private final Function<? super T, Optional<Boolean>> outcome;

    RateTally(ShareMetric metric, Function<? super T, Optional<Boolean>> outcome) {
        super(metric.name(), Counts::new);
        this.metric = metric;
        this.outcome = outcome;
    }

    @Override
    boolean accept(T row, Side side, Supplier<Counts> cell) {
        Optional<Boolean> yes = Objects.requireNonNull(outcome.apply(row), name());
        yes.ifPresent(known -> cell.get().accept(side, known));
        return yes.isPresent();
    }

    @Override
    Candidate<K> candidate(EquitySettings settings) {
        List<TwoByTwo> tables = cells().values().stream().map(Counts::table).toList();
        TwoByTwo all = tables.stream().reduce(TwoByTwo::plus).orElseThrow();
        Optional<RateEquity.Comparison> adjusted = MantelHaenszel.of(tables).comparison(metric, settings);
        Optional<Score> opposite = MantelHaenszel.of(
                        tables.stream().map(TwoByTwo::opposite).toList())
                .comparison(metric, settings)
                .flatMap(RateEquity.Comparison::riskRatio);
        OptionalDouble pValue = adjusted.flatMap(RateEquity.Comparison::test)
                .map(test -> OptionalDouble.of(test.pValue()))
                .orElse(OptionalDouble.empty());
        RateEquity.Figures<K> figures = new RateEquity.Figures<>(
                Share.of(metric, all.yesA(), all.countA()),
                Share.of(metric, all.yesB(), all.countB()),
                MantelHaenszel.of(List.of(all)).comparison(metric, settings).orElseThrow(),
                adjusted,
                GapSplit.of(tables.stream().map(RateTally::part).toList()),
                strata(settings));
        return new Candidate<>() {
            @Override
            public OptionalDouble pValue() {
                return pValue;
            }

            @Override
            public EquityOutcome<K> judged(OptionalDouble adjustedPValue) {
                EquityOutcome.Verdict verdict = settings.judge(
                        List.of(adjusted.flatMap(RateEquity.Comparison::riskRatio), opposite), adjustedPValue);
                return new RateEquity<>(standing(pValue, adjustedPValue, verdict, settings), figures);
            }
        };
    }

    @Override
    Change gap(Counts cell) {
        TwoByTwo table = cell.table();
        return Change.between(
                Share.of(metric, table.yesA(), table.countA()), Share.of(metric, table.yesB(), table.countB()));
    }

    private static GapSplit.Part part(TwoByTwo table) {
        return new GapSplit.Part(
                table.countA(),
                (double) table.yesA() / table.countA(),
                table.countB(),
                (double) table.yesB() / table.countB());
    }

    private List<RateEquity.Stratum<K>> strata(EquitySettings settings) {
        return cells().entrySet().stream()
                .filter(entry -> isShown(entry.getValue(), settings))
                .map(entry -> {
                    TwoByTwo table = entry.getValue().table();
                    return new RateEquity.Stratum<>(
                            entry.getKey(),
                            Share.of(metric, table.yesA(), table.countA()),
                            Share.of(metric, table.yesB(), table.countB()));
                })
                .toList();
    }
}
