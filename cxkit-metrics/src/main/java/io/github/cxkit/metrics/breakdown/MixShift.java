package io.github.cxkit.metrics.breakdown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.change.Change;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Why the total moved: because segments changed their mind (rate), or because more of the answers come from other
 * segments (mix).
 *
 * <p>Two segments keep their NPS of 60 and −30, and the first falls from a half to a quarter of all answers: the total
 * falls from 15 to −7.5, and all of it is mix, −14.1 from the first segment and −8.4 from the second.
 *
 * <pre>{@code
 * MixShift<Region> shift = MixShift.between(lastYearByRegion, thisYearByRegion);
 * shift.change();       // of the total, with interval and verdict
 * shift.rate();         // what would have happened with the same mix
 * shift.mix();          // the rest
 * shift.effects();      // both by region
 * }</pre>
 *
 * <p>With w the share of a segment in the answers, r its score and O the total, before (0) and after (1): rate (w₀ +
 * w₁)/2·(r₁ − r₀), mix (w₁ − w₀)·((r₀ + r₁)/2 − (O₀ + O₁)/2). Taking the middle of both periods leaves no interaction
 * term, and swapping the periods negates everything.
 *
 * <ul>
 *   <li>All effects add up to the change of the total, to 1e-12 of the width of its range. That takes a total that is
 *       the mean of its groups by their number of answers; another one is an error.
 *   <li>A segment that has answers in one period only is taken to have had the same score in the other: its effect is
 *       all mix. One without answers in both is not listed.
 *   <li>Only what the segments tell: another segmentation gives another split. An effect is arithmetic, not a cause,
 *       and has no interval; {@link #change()} has one.
 * </ul>
 *
 * @param <K> the type of the keys
 * @see <a href="https://doi.org/10.1080/01621459.1955.10501299">Kitagawa (1955)</a>
 */
public final class MixShift<K> {

    /** Means further apart than this part of the largest value differ by more than rounding. */
    private static final double SAME = 1e-9;

    private final Change change;
    private final List<Effect<K>> effects;

    private MixShift(Change change, List<Effect<K>> effects) {
        this.change = change;
        this.effects = effects;
    }

    /**
     * Returns why the total moved from one breakdown to another.
     *
     * @param <K> the type of the keys
     * @param <S> the type of the scores
     * @param before the earlier breakdown
     * @param after the later breakdown, of the same metric and by keys of the same meaning
     * @return the parts of the change
     * @throws IllegalArgumentException if the metrics differ (the message names both), changes of the metric are told
     *     in per cent, or a total is not the mean of its groups by their number of answers
     * @throws IllegalStateException if there are no answers before, or none after
     */
    public static <K, S extends MergeableScore<?>> MixShift<K> between(Breakdown<K, S> before, Breakdown<K, S> after) {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        before.metric().requireSame(after.metric(), "compared");
        S totalBefore = defined(before.total(), "before");
        S totalAfter = defined(after.total(), "after");
        requireSumOfParts(before, totalBefore, "before");
        requireSumOfParts(after, totalAfter, "after");
        double reference = (totalBefore.value() + totalAfter.value()) / 2;
        List<Effect<K>> effects = before.plus(after).groups().stream()
                .filter(group -> !group.score().isEmpty())
                .map(group -> effect(
                        group.key(),
                        scoreOf(before, group.key()),
                        share(totalBefore),
                        scoreOf(after, group.key()),
                        share(totalAfter),
                        reference))
                .toList();
        return new MixShift<>(Change.between(totalBefore, totalAfter), effects);
    }

    private static <K, S extends MergeableScore<?>> S scoreOf(Breakdown<K, S> breakdown, K key) {
        return breakdown.group(key).map(Breakdown.Group::score).orElse(breakdown.none());
    }

    private static <S extends Score> S defined(S total, String when) {
        if (total.isEmpty()) {
            throw new IllegalStateException("why " + total.metric().name()
                    + " moved needs answers before and after, but there were none " + when);
        }
        return total;
    }

    /** Otherwise the effects would be listed, but would not add up to the change. */
    private static <K, S extends MergeableScore<?>> void requireSumOfParts(
            Breakdown<K, S> breakdown, S total, String when) {
        String name = total.metric().name();
        if (!total.metric().link().isAdditive()) {
            throw new IllegalArgumentException(
                    "change of " + name + " cannot be taken apart: it is told in per cent, which do not add up");
        }
        ToDoubleFunction<MergeableScore<?>> share = share(total);
        double shares = 0;
        double mean = 0;
        double largest = Math.abs(total.value());
        for (Breakdown.Group<K, S> group : breakdown.groups()) {
            S score = group.score();
            if (!score.isEmpty()) {
                shares += share.applyAsDouble(score);
                mean += share.applyAsDouble(score) * score.value();
                largest = Math.max(largest, Math.abs(score.value()));
            }
        }
        if (!(Math.abs(shares - 1) <= SAME && Math.abs(mean - total.value()) <= SAME * largest)) {
            throw new IllegalArgumentException("change of " + name
                    + " cannot be taken apart: its groups, weighted by their answers, make " + mean + " " + when
                    + ", but the total is " + total.value() + " (their answers are " + 100 * shares + " % of all)");
        }
    }

    private static <K> Effect<K> effect(
            K key,
            MergeableScore<?> before,
            ToDoubleFunction<MergeableScore<?>> shareBefore,
            MergeableScore<?> after,
            ToDoubleFunction<MergeableScore<?>> shareAfter,
            double reference) {
        double earlier = (before.isEmpty() ? after : before).value();
        double later = (after.isEmpty() ? before : after).value();
        double earlierShare = shareBefore.applyAsDouble(before);
        double laterShare = shareAfter.applyAsDouble(after);
        return new Effect<>(
                key,
                before,
                after,
                100 * earlierShare,
                100 * laterShare,
                (earlierShare + laterShare) / 2 * (later - earlier),
                (laterShare - earlierShare) * ((earlier + later) / 2 - reference));
    }

    /** The share of a part in the denominator of the whole: of answers, or of their weights where these differ. */
    private static ToDoubleFunction<MergeableScore<?>> share(MergeableScore<?> whole) {
        return whole.effectiveCount() == whole.count()
                ? part -> (double) part.count() / whole.count()
                : part -> part.weight() / whole.weight();
    }

    /**
     * Returns the change of the total.
     *
     * @return the change, at 95 %
     */
    public Change change() {
        return change;
    }

    /**
     * Returns the part of the change of the total that is due to segments whose score moved.
     *
     * @return the sum of the rates of all effects, in the unit of the score
     */
    public double rate() {
        return effects.stream().mapToDouble(Effect::rate).sum();
    }

    /**
     * Returns the part of the change of the total that is due to segments whose share moved.
     *
     * @return the sum of the mixes of all effects, in the unit of the score
     */
    public double mix() {
        return effects.stream().mapToDouble(Effect::mix).sum();
    }

    /**
     * Returns what each segment contributed.
     *
     * @return an unmodifiable list, in the order of the keys
     */
    public List<Effect<K>> effects() {
        return effects;
    }

    /**
     * Returns what one segment contributed.
     *
     * @param key its key
     * @return the effect; empty if no such segment has answers
     */
    public Optional<Effect<K>> effect(K key) {
        Objects.requireNonNull(key, "key");
        return effects.stream().filter(effect -> effect.key().equals(key)).findFirst();
    }

    /**
     * Returns whether this is Simpson's paradox: every segment that has answers in both periods moved one way, and the
     * total moved the other way. Then the total says nothing about how opinions moved. Nothing is said about chance.
     *
     * @return false where a segment or the total did not move
     */
    public boolean isSimpsonsParadox() {
        double way = -Math.signum(change.value());
        List<Effect<K>> inBoth = effects.stream()
                .filter(effect -> !effect.before().isEmpty() && !effect.after().isEmpty())
                .toList();
        return way != 0
                && !inBoth.isEmpty()
                && inBoth.stream()
                        .allMatch(effect -> Math.signum(
                                        effect.after().value() - effect.before().value())
                                == way);
    }

    /**
     * Returns the change and its parts in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View<K> view() {
        return new View<>(
                change.view(), rate(), mix(), effects.stream().map(Effect::view).toList(), isSimpsonsParadox());
    }

    /**
     * Why a total moved, in plain values.
     *
     * @param <K> the type of the keys
     * @param change the change of the total
     * @param rate the part due to the scores of the segments
     * @param mix the part due to their shares
     * @param effects what each segment contributed
     * @param simpsonsParadox whether every segment moved against the total
     */
    public record View<K>(
            ResultView change, double rate, double mix, List<Effect.EffectView<K>> effects, boolean simpsonsParadox) {}

    /**
     * Returns the change and its two parts.
     *
     * @return for example {@code change in NPS -22.5 (95% CI -36.0 to -8.2, n=500): WORSENED = rate 0.0 + mix -22.5}
     */
    @Override
    public String toString() {
        return change + " = rate " + change.metric().unit().format(rate()) + " + mix "
                + change.metric().unit().format(mix());
    }

    /**
     * What one segment contributed to the change of a total; all effects in the unit of the score.
     *
     * @param <K> the type of the key
     * @param key the key of the segment
     * @param before its score before, which may be of no answers
     * @param after its score after, which may be of no answers
     * @param percentBefore per cent of all answers before that were of this segment, by weight where answers have
     *     different weights
     * @param percentAfter per cent of all answers after that were of this segment
     * @param rate the part of the change of the total that is due to the score of this segment having moved
     * @param mix the part that is due to the share of this segment having moved
     */
    public record Effect<K>(
            K key, Score before, Score after, double percentBefore, double percentAfter, double rate, double mix) {

        /**
         * Checks the parts.
         *
         * @param key the key of the segment
         * @param before its score before
         * @param after its score after
         * @param percentBefore its per cent of all answers before
         * @param percentAfter its per cent of all answers after
         * @param rate the part due to its score
         * @param mix the part due to its share
         */
        public Effect {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        /**
         * Returns everything that this segment contributed.
         *
         * @return rate plus mix
         */
        public double total() {
            return rate + mix;
        }

        /**
         * Returns the effect in plain values; what JSON shows of it.
         *
         * @return the view
         */
        @JsonValue
        public EffectView<K> view() {
            return new EffectView<>(key, before.view(), after.view(), percentBefore, percentAfter, rate, mix);
        }

        /**
         * What a segment contributed, in plain values.
         *
         * @param <K> the type of the key
         * @param key the key of the segment
         * @param before its score before
         * @param after its score after
         * @param percentBefore its per cent of all answers before
         * @param percentAfter its per cent of all answers after
         * @param rate the part due to its score
         * @param mix the part due to its share
         */
        public record EffectView<K>(
                K key,
                ResultView before,
                ResultView after,
                double percentBefore,
                double percentAfter,
                double rate,
                double mix) {}
    }
}
