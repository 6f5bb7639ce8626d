package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.change.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Collects one outcome, stratum by stratum. Each examination has its own. */
abstract class OutcomeTally<T, K, C extends OutcomeTally.Cell> {

    /** A stratum of one outcome. */
    interface Cell {
        long countA();

        long countB();
    }

    /** An outcome that waits for the p-values of the others. */
    interface Candidate<K> {
        OptionalDouble pValue();

        EquityOutcome<K> judged(OptionalDouble adjustedPValue);
    }

    private final String name;
    private final Supplier<C> newCell;
    private final Map<K, C> cells = new LinkedHashMap<>();
    private long unknownA;
    private long unknownB;

    OutcomeTally(String name, Supplier<C> newCell) {
        this.name = name;
        this.newCell = newCell;
    }

    /** Returns whether the outcome of the row is known; if it is, it was put into the cell. */
    abstract boolean accept(T row, Side side, Supplier<C> cell);

    abstract Candidate<K> candidate(EquitySettings settings);

    /** B minus A in one stratum; of an amount, of the logarithms. */
    abstract Change gap(C cell);

    final void accept(Side side, K stratum, T row) {
        if (!accept(row, side, () -> cells.computeIfAbsent(stratum, key -> newCell.get()))) {
            unknownA += side == Side.A ? 1 : 0;
            unknownB += side == Side.B ? 1 : 0;
        }
    }

    /** Empty where a group has too few cases of known outcome in all. */
    final Optional<Candidate<K>> examined(EquitySettings settings) {
        long countA = cells.values().stream().mapToLong(Cell::countA).sum();
        long countB = cells.values().stream().mapToLong(Cell::countB).sum();
        return settings.isTooSmall(countA) || settings.isTooSmall(countB)
                ? Optional.empty()
                : Optional.of(candidate(settings));
    }

    final String name() {
        return name;
    }

    final Map<K, C> cells() {
        return cells;
    }

    static boolean hasBoth(Cell cell) {
        return cell.countA() > 0 && cell.countB() > 0;
    }

    static boolean isShown(Cell cell, EquitySettings settings) {
        return !settings.isTooSmall(cell.countA()) && !settings.isTooSmall(cell.countB());
    }

    final Standing<K> standing(
            OptionalDouble pValue, OptionalDouble adjusted, EquityOutcome.Verdict verdict, EquitySettings settings) {
        long known = 0;
        long comparable = 0;
        for (C cell : cells.values()) {
            known += cell.countA() + cell.countB();
            comparable += hasBoth(cell) ? cell.countA() + cell.countB() : 0;
        }
        List<K> oneSided = new ArrayList<>();
        List<K> suppressed = new ArrayList<>();
        cells.forEach((key, cell) -> {
            if (!hasBoth(cell)) {
                oneSided.add(key);
            } else if (!isShown(cell, settings)) {
                suppressed.add(key);
            }
        });
        return new Standing<>(
                name,
                known,
                comparable,
                unknownA,
                unknownB,
                List.copyOf(oneSided),
                List.copyOf(suppressed),
                hasOppositeStrata(settings),
                pValue,
                adjusted,
                verdict);
    }

    /** Raised by Holm over the strata that are shown, so that chance alone seldom makes even one of them differ. */
    private boolean hasOppositeStrata(EquitySettings settings) {
        List<Change> gaps = cells.values().stream()
                .filter(cell -> isShown(cell, settings))
                .map(this::gap)
                .filter(gap -> gap.uncertainty().reasonWithoutLimits().isEmpty())
                .toList();
        double[] pValues = Adjustment.HOLM.adjust(
                gaps.stream().mapToDouble(gap -> gap.testAgainst(0).pValue()).toArray());
        boolean isLower = false;
        boolean isHigher = false;
        for (int i = 0; i < pValues.length; i++) {
            boolean differs = pValues[i] < 1 - settings.confidence();
            isLower |= differs && gaps.get(i).value() < 0;
            isHigher |= differs && gaps.get(i).value() > 0;
        }
        return isLower && isHigher;
    }
}
