package io.github.cxkit.metrics.breakdown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.BaseGrading;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Mergeable;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.ReadScore;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import io.github.cxkit.metrics.numbers.Normal;
import io.github.cxkit.metrics.rating.MissingCodes;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.respondents.RepeatPolicy;
import io.github.cxkit.metrics.respondents.Respondents;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A score by segment: region, product, channel, or any key that the caller's rows have.
 *
 * <p>With 45 promoters, 35 passives and 20 detractors in the north and 60, 80 and 60 in the south the NPS is 25.0 and
 * 0.0, and 8.3 in total: of the counts, not of the scores. North against south is 25.0 points better (95 % CI 6.1 to
 * 42.8).
 *
 * <pre>{@code
 * Breakdown<Region, Nps> byRegion = rows.stream().collect(Breakdown.by(Row::region, toNps(Row::recommend)));
 * byRegion.groups();                         // key, score and base of each region
 * byRegion.total();                          // the score of all their answers together, exactly
 * byRegion.comparisons(Adjustment.HOLM);     // each region against the others together
 * }</pre>
 *
 * <ul>
 *   <li>Groups are listed in the natural order of their keys; where keys have none, in the order in which they first
 *       appeared.
 *   <li>Groups with fewer answers than the grading asks for are <em>suppressed</em>: listed, in the total, in the rest
 *       that others are compared with, and not themselves compared. That is a reading aid and no disclosure control: a
 *       suppressed group follows from the total and the other groups, and is not hidden in memory either.
 *   <li>Memory depends on the number of groups and what a score takes, not on the number of rows.
 *   <li>A row without a key needs one: {@code row -> row.region().orElse(UNKNOWN)}, or the {@code Optional} itself as
 *       the key.
 *   <li>Any score that adds: ratings, {@link io.github.cxkit.metrics.Share shares},
 *       {@link io.github.cxkit.metrics.Mean means}; and any figure that is read from something that adds, such as a
 *       percentile of {@link io.github.cxkit.metrics.time.Waits}. Others can be grouped with {@code groupingBy} and
 *       compared with {@link Change#between} and {@link Adjustment#adjust}.
 *   <li>All scores of one breakdown are of one class and one metric.
 * </ul>
 *
 * @param <K> the type of the keys, with {@code equals} and {@code hashCode}
 * @param <S> the type of the scores
 */
public final class Breakdown<K, S extends MergeableScore<?>> {

    /** The score of no answers. */
    private final S none;

    private final BaseGrading grading;
    /** In the order of {@link #groups()}. */
    private final Map<K, S> scores;

    private final S total;

    private Breakdown(S none, BaseGrading grading, Map<K, S> unordered) {
        this.none = none;
        this.grading = grading;
        this.scores = new LinkedHashMap<>();
        unordered.keySet().stream()
                .sorted(KeyOrder.of(unordered.keySet()))
                .forEach(key -> scores.put(key, Objects.requireNonNull(unordered.get(key))));
        this.total = Totals.of(none, scores.values());
    }

    /**
     * Returns a collector of the caller's own rows into a breakdown.
     *
     * @param <T> the row type
     * @param <K> the type of the keys
     * @param <S> the type of the scores
     * @param key reads a row's key, not null
     * @param score collects the rows of a group, such as {@code toNps(Row::recommend)} or
     *     {@code toShare(IN_TIME, Row::inTime)}
     * @return the collector, which throws {@link NullPointerException} for a null key, and {@link ClassCastException}
     *     where the scores are of different classes
     */
    public static <T, K, S extends MergeableScore<?>> Collector<T, ?, Breakdown<K, S>> by(
            Function<? super T, ? extends K> key, Collector<? super T, ?, S> score) {
        Objects.requireNonNull(key, "key");
        return Collectors.collectingAndThen(
                Collectors.groupingBy(row -> keyOf(key.apply(row), "key of a row"), LinkedHashMap::new, score),
                scores -> new Breakdown<>(noneOf(score), BaseGrading.withDefaults(), scores));
    }

    /** What a collector makes of no rows. */
    private static <A, S> S noneOf(Collector<?, A, S> score) {
        return score.finisher().apply(score.supplier().get());
    }

    /**
     * Returns a collector of the caller's own rows into a breakdown of a figure that is read from what adds:
     * {@code by(Row::team, toWaits(now, timing, Row::span), w -> w.kaplanMeier().percentile(90))}. While rows are
     * collected, nothing is read.
     *
     * @param <T> the row type
     * @param <K> the type of the keys
     * @param <M> the type of what the figure is read from
     * @param key reads a row's key, not null
     * @param material collects the rows of a group
     * @param reading reads the figure from material that is not empty, and is empty where it cannot; such a group is
     *     listed, and not compared
     * @return the collector, which throws {@link NullPointerException} for a null key
     */
    public static <T, K, M extends Mergeable<M>> Collector<T, ?, Breakdown<K, ReadScore<M>>> by(
            Function<? super T, ? extends K> key,
            Collector<? super T, ?, M> material,
            Function<? super M, ? extends Optional<? extends Score>> reading) {
        return by(key, ReadScore.reading(material, reading));
    }

    /**
     * Returns a collector of the caller's own rows into a breakdown by two keys crossed. {@link #regroup} brings it
     * back to one of them.
     *
     * @param <T> the row type
     * @param <A> the type of the first keys
     * @param <B> the type of the second keys
     * @param <S> the type of the scores
     * @param first reads a row's first key, not null
     * @param second reads a row's second key, not null
     * @param score collects the rows of a group
     * @return the collector, which throws {@link NullPointerException} for a null key; pairs that no row has are not
     *     listed
     */
    public static <T, A, B, S extends MergeableScore<?>> Collector<T, ?, Breakdown<Both<A, B>, S>> byBoth(
            Function<? super T, ? extends A> first,
            Function<? super T, ? extends B> second,
            Collector<? super T, ?, S> score) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        return by(
                row -> new Both<A, B>(keyOf(first.apply(row), "first key"), keyOf(second.apply(row), "second key")),
                score);
    }

    /**
     * Returns a breakdown of scores that are known already.
     *
     * @param <K> the type of the keys
     * @param <S> the type of the scores
     * @param none a score of no answers, of the same metric
     * @param scores the score of each group; a group without answers is listed
     * @return the breakdown
     * @throws IllegalArgumentException if the first score has answers, or the metrics differ
     * @throws ClassCastException if the scores are of different classes
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public static <K, S extends MergeableScore<?>> Breakdown<K, S> of(S none, Map<? extends K, S> scores) {
        if (!none.isEmpty()) {
            throw new IllegalArgumentException("none must have no answers, but had " + none.count());
        }
        Map<K, S> checked = new LinkedHashMap<>();
        scores.forEach((key, score) -> checked.put(keyOf(key, "key"), Objects.requireNonNull(score, "score")));
        return new Breakdown<>(none, BaseGrading.withDefaults(), checked);
    }

    /**
     * Returns a breakdown of counts that are known already.
     *
     * @param <K> the type of the keys
     * @param <S> the type of the scores
     * @param definition how scores are read from the counts
     * @param score makes them: {@code Nps::from}, {@code Csat::from}, {@code Ces::from} or {@code CustomScore::from}
     * @param counts the counts of each group, on the definition's scale; a group without answers is listed
     * @return the breakdown
     * @throws IllegalArgumentException if counts are on another scale, or the definition is not one for these scores
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public static <K, S extends MergeableScore<?>> Breakdown<K, S> of(
            RatingMetric definition,
            BiFunction<RatingMetric, RatingCounts, S> score,
            Map<? extends K, RatingCounts> counts) {
        Map<K, S> scores = new LinkedHashMap<>();
        counts.forEach((key, value) -> scores.put(keyOf(key, "key"), score.apply(definition, value)));
        return of(score.apply(definition, RatingCounts.empty(definition.scale())), scores);
    }

    /**
     * Returns a breakdown of survey responses that were grouped before, with one answer per customer in each group.
     *
     * <p>A customer who answered in two groups counts once in each; the groups are then not quite independent.
     *
     * @param <K> the type of the keys
     * @param <S> the type of the scores
     * @param definition how scores are read, by which the groups were counted
     * @param score makes them, such as {@code Nps::from}
     * @param respondents the respondents of each group, by the policy FIRST or LATEST
     * @return the breakdown
     * @throws IllegalArgumentException if a group was counted by the policy ALL, whose counts do not know that answers
     *     of one customer belong together, or on another scale
     */
    public static <K, S extends MergeableScore<?>> Breakdown<K, S> ofRespondents(
            RatingMetric definition,
            BiFunction<RatingMetric, RatingCounts, S> score,
            Map<? extends K, Respondents> respondents) {
        Map<K, RatingCounts> counts = new LinkedHashMap<>();
        respondents.forEach((key, group) -> {
            if (group.policy() == RepeatPolicy.ALL) {
                throw new IllegalArgumentException(
                        "policy must be FIRST or LATEST, but was ALL: counts do not know that answers of one"
                                + " customer belong together\nMaybe compare the clustered scores with Change.between.");
            }
            counts.put(key, group.counts());
        });
        return of(definition, score, counts);
    }

    /**
     * Returns a breakdown of two columns: the group and the answer of each row.
     *
     * <pre>{@code
     * Breakdown<String, Nps> byRegion = Breakdown.ofColumns(
     *         Nps.STANDARD, Nps::from, region, List.of("north", "south"), answers,
     *         MissingCodes.none().withSkipped(-1));
     * }</pre>
     *
     * @param <K> the type of the labels
     * @param <S> the type of the scores
     * @param definition how scores are read from the answers
     * @param score makes them: {@code Nps::from}, {@code Csat::from}, {@code Ces::from} or {@code CustomScore::from}
     * @param group the group of each row, as the index of its label
     * @param labels the labels, all different; each is listed, with answers or without
     * @param answers the answer of each row, a point of the scale or a code
     * @param codes which integers stand for missing answers
     * @return the breakdown, by label; missing answers are counted in the scores of their groups
     * @throws IllegalArgumentException if two labels are equal, the columns differ in length, a code is a point of the
     *     scale, or a group or an answer is out of bounds; the message names the first bad index
     */
    public static <K, S extends MergeableScore<?>> Breakdown<K, S> ofColumns(
            RatingMetric definition,
            BiFunction<RatingMetric, RatingCounts, S> score,
            int[] group,
            List<K> labels,
            byte[] answers,
            MissingCodes codes) {
        checkDifferent(labels);
        Columns columns = new Columns(group, labels.size(), answers.length, definition.scale(), codes);
        return labelled(definition, score, labels, columns.count(answers));
    }

    /**
     * Returns a breakdown of two columns without missing answers.
     *
     * @param <K> the type of the labels
     * @param <S> the type of the scores
     * @param definition how scores are read from the answers
     * @param score makes them, such as {@code Nps::from}
     * @param group the group of each row, as the index of its label
     * @param labels the labels, all different
     * @param answers the answer of each row, a point of the scale
     * @return the breakdown, by label
     * @throws IllegalArgumentException if two labels are equal, the columns differ in length, or a group or an answer
     *     is out of bounds
     */
    public static <K, S extends MergeableScore<?>> Breakdown<K, S> ofColumns(
            RatingMetric definition,
            BiFunction<RatingMetric, RatingCounts, S> score,
            int[] group,
            List<K> labels,
            byte[] answers) {
        return ofColumns(definition, score, group, labels, answers, MissingCodes.none());
    }

    /**
     * Returns a breakdown of two columns: the group and the answer of each row.
     *
     * @param <K> the type of the labels
     * @param <S> the type of the scores
     * @param definition how scores are read from the answers
     * @param score makes them, such as {@code Nps::from}
     * @param group the group of each row, as the index of its label
     * @param labels the labels, all different; each is listed, with answers or without
     * @param answers the answer of each row, a point of the scale or a code
     * @param codes which integers stand for missing answers
     * @return the breakdown, by label; missing answers are counted in the scores of their groups
     * @throws IllegalArgumentException if two labels are equal, the columns differ in length, a code is a point of the
     *     scale, or a group or an answer is out of bounds; the message names the first bad index
     */
    public static <K, S extends MergeableScore<?>> Breakdown<K, S> ofColumns(
            RatingMetric definition,
            BiFunction<RatingMetric, RatingCounts, S> score,
            int[] group,
            List<K> labels,
            int[] answers,
            MissingCodes codes) {
        checkDifferent(labels);
        Columns columns = new Columns(group, labels.size(), answers.length, definition.scale(), codes);
        return labelled(definition, score, labels, columns.count(answers));
    }

    /**
     * Returns a breakdown of two columns without missing answers.
     *
     * @param <K> the type of the labels
     * @param <S> the type of the scores
     * @param definition how scores are read from the answers
     * @param score makes them, such as {@code Nps::from}
     * @param group the group of each row, as the index of its label
     * @param labels the labels, all different
     * @param answers the answer of each row, a point of the scale
     * @return the breakdown, by label
     * @throws IllegalArgumentException if two labels are equal, the columns differ in length, or a group or an answer
     *     is out of bounds
     */
    public static <K, S extends MergeableScore<?>> Breakdown<K, S> ofColumns(
            RatingMetric definition,
            BiFunction<RatingMetric, RatingCounts, S> score,
            int[] group,
            List<K> labels,
            int[] answers) {
        return ofColumns(definition, score, group, labels, answers, MissingCodes.none());
    }

    private static <K, S extends MergeableScore<?>> Breakdown<K, S> labelled(
            RatingMetric definition,
            BiFunction<RatingMetric, RatingCounts, S> score,
            List<K> labels,
            RatingCounts[] counts) {
        Map<K, RatingCounts> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            byLabel.put(labels.get(i), counts[i]);
        }
        return of(definition, score, byLabel);
    }

    private static void checkDifferent(List<?> labels) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            if (!seen.add(keyOf(labels.get(i), "labels[" + i + "]"))) {
                throw new IllegalArgumentException("labels must be different, but labels[" + i + "] stands at "
                        + labels.indexOf(labels.get(i)) + " as well");
            }
        }
    }

    /** A key that is there; the caller's row is not shown. */
    static <K> K keyOf(K key, String name) {
        return Objects.requireNonNull(
                key,
                () -> name + " must not be null\nMaybe give rows without one a key of their own, such as \"unknown\".");
    }

    /**
     * Returns a copy that grades its groups differently.
     *
     * @param newGrading the grading, which decides which groups are suppressed
     * @return the copy
     */
    public Breakdown<K, S> withGrading(BaseGrading newGrading) {
        return new Breakdown<>(none, Objects.requireNonNull(newGrading, "grading"), scores);
    }

    /**
     * Returns what the scores mean.
     *
     * @return the metric of the total
     * @throws IllegalStateException if scores are read from something, and nothing can be read from all of it
     */
    public Metric metric() {
        return total.metric();
    }

    /** Where one side has nothing that can be read, the scores of no answers tell what they can. */
    private boolean hasMetricOf(Breakdown<?, ?> other) {
        return (isEmpty() || other.isEmpty()) ? none.equals(other.none) : metric().equals(other.metric());
    }

    S none() {
        return none;
    }

    /**
     * Returns whether there is no answer in any group.
     *
     * @return true if {@link #total()} is empty
     */
    public boolean isEmpty() {
        return total.isEmpty();
    }

    /**
     * Returns the groups.
     *
     * @return an unmodifiable list, in the order of the keys
     */
    public List<Group<K, S>> groups() {
        return scores.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Returns one group.
     *
     * @param key its key
     * @return the group; empty if there is none with this key
     */
    public Optional<Group<K, S>> group(K key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(scores.get(key)).map(score -> group(key, score));
    }

    private Group<K, S> group(K key, S score) {
        return new Group<>(key, score, grading.grade(score));
    }

    /**
     * Returns the score of all answers together, those of suppressed groups included: their sum, not a mean of the
     * scores.
     *
     * @return the score, which may be empty
     */
    public S total() {
        return total;
    }

    /**
     * Compares each group with all others together, adjusted by {@link Adjustment#HOLM}, at 95 %.
     *
     * @return the comparisons that can be made, in the order of the groups
     * @throws IllegalStateException if fewer than two groups have answers
     */
    public List<GroupComparison<K>> comparisons() {
        return comparisons(Adjustment.HOLM);
    }

    /**
     * Compares each group with all others together, at 95 %.
     *
     * @param adjustment how p-values are adjusted for the number of comparisons
     * @return the comparisons that can be made, in the order of the groups
     * @throws IllegalStateException if fewer than two groups have answers
     */
    public List<GroupComparison<K>> comparisons(Adjustment adjustment) {
        return comparisons(adjustment, Normal.DEFAULT_CONFIDENCE);
    }

    /**
     * Compares each group with all others together. The group is not part of what it is compared with, so that the two
     * sides are independent; the others are added.
     *
     * <ul>
     *   <li>Suppressed groups are not compared, nor is a group whose others together would be suppressed; comparisons
     *       that are not made do not count in the adjustment, nor do those that have no p-value (a mean whose answers
     *       are all equal).
     *   <li>Where only two groups have answers, the two comparisons are one and its mirror image, and nothing is
     *       adjusted.
     * </ul>
     *
     * @param adjustment how p-values are adjusted for the number of comparisons
     * @param confidence the confidence of intervals and verdicts, between 0.5 and 1
     * @return the comparisons that can be made, in the order of the groups
     * @throws IllegalArgumentException if the confidence is not between 0.5 and 1
     * @throws IllegalStateException if fewer than two groups have answers
     */
    public List<GroupComparison<K>> comparisons(Adjustment adjustment, double confidence) {
        Objects.requireNonNull(adjustment, "adjustment");
        return new Comparing<>(none, grading, scores).comparisons(adjustment, confidence);
    }

    /**
     * Returns the sum of two breakdowns: that of all their answers together. Groups with equal keys become one.
     *
     * @param other a breakdown of the same metric
     * @return the sum, with the grading of this one
     * @throws IllegalArgumentException if the metrics differ; the message names both
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public Breakdown<K, S> plus(Breakdown<K, S> other) {
        if (!isEmpty() && !other.isEmpty()) {
            metric().requireSame(other.metric(), "merged");
        }
        Map<K, S> sum = new LinkedHashMap<>(scores);
        other.scores.forEach((key, score) -> sum.merge(key, score, Totals::sum));
        return new Breakdown<>(Totals.sum(none, other.none), grading, sum);
    }

    /**
     * Returns a coarser breakdown whose groups are sums of these: countries instead of cities, or the first of two
     * crossed keys.
     *
     * @param <L> the type of the new keys
     * @param newKey gives the new key of each old one, not null
     * @return the coarser breakdown, with the same total and grading
     * @throws NullPointerException if a new key is null
     */
    public <L> Breakdown<L, S> regroup(Function<? super K, ? extends L> newKey) {
        Map<L, S> coarser = new LinkedHashMap<>();
        scores.forEach((key, score) -> coarser.merge(keyOf(newKey.apply(key), "new key"), score, Totals::sum));
        return new Breakdown<>(none, grading, coarser);
    }

    /**
     * Returns the groups in plain values; what JSON shows of a breakdown.
     *
     * @return an unmodifiable list, in the order of the keys
     */
    @JsonValue
    public List<GroupView<K>> view() {
        return groups().stream()
                .map(group -> new GroupView<>(
                        group.key(), Totals.viewOf(group.score(), total).withBase(group.base())))
                .toList();
    }

    /**
     * A key and a result in plain values.
     *
     * @param <K> the type of the key
     * @param key what the answers of the group have in common
     * @param result their score, or its comparison with the rest
     */
    public record GroupView<K>(K key, ResultView result) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Breakdown<?, ?> that && scores.equals(that.scores) && hasMetricOf(that);
    }

    @Override
    public int hashCode() {
        return scores.hashCode();
    }

    /**
     * Returns the total and the groups, one a line.
     *
     * @return the total in the first line
     */
    @Override
    public String toString() {
        return groups().stream().map(group -> "\n  " + group).collect(Collectors.joining("", total.toString(), ""));
    }

    /**
     * One part of a {@link Breakdown}.
     *
     * @param <K> the type of the key
     * @param <S> the type of the score
     * @param key what the answers of this group have in common
     * @param score their score, which may be of no answers
     * @param base whether there are enough of them, by the grading of the breakdown
     */
    public record Group<K, S extends MergeableScore<?>>(K key, S score, BaseSize base) {

        /**
         * Checks the parts.
         *
         * @param key what the answers of this group have in common
         * @param score their score
         * @param base whether there are enough of them
         */
        public Group {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(score, "score");
            Objects.requireNonNull(base, "base");
        }

        /**
         * Returns whether a report should show no value for this group. The score is still here, and part of the total:
         * whoever must keep small groups secret has to do more than leave them out.
         *
         * @return true if the base is {@link BaseSize#SUPPRESSED}
         */
        public boolean isSuppressed() {
            return base == BaseSize.SUPPRESSED;
        }

        /**
         * Returns the key and the score in plain values; what JSON shows of a group.
         *
         * @return the view, whose base is the grade of the breakdown; the value of a suppressed group is still there
         */
        @JsonValue
        public GroupView<K> view() {
            return new GroupView<>(key, score.view().withBase(base));
        }

        /**
         * Returns the key and the score, or the key and n where the group is suppressed.
         *
         * @return for example {@code NORTH: NPS 25.0 (95% CI 9.4 to 39.3, n=100)} or {@code SOUTH: suppressed (n=4)}
         */
        @Override
        public String toString() {
            return key + ": " + (isSuppressed() ? "suppressed (n=" + score.count() + ")" : score);
        }
    }

    /**
     * Two keys crossed: the answers that belong to this region and to that product.
     *
     * @param <A> the type of the first key
     * @param <B> the type of the second key
     * @param first the first key
     * @param second the second key
     */
    public record Both<A, B>(A first, B second) {

        /**
         * Checks the keys.
         *
         * @param first the first key
         * @param second the second key
         */
        public Both {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(second, "second");
        }

        /**
         * Returns both keys.
         *
         * @return for example {@code NORTH × mobile}
         */
        @Override
        public String toString() {
            return first + " × " + second;
        }
    }

    /**
     * One group against all others together, as one of several such comparisons.
     *
     * <p>"Before" is the rest and "after" the group, so that the difference is by how much the group is above the rest.
     *
     * @param <K> the type of the key
     */
    public static final class GroupComparison<K> {

        private final K key;
        private final Change change;
        private final OptionalDouble adjustedPValue;
        private final double confidence;

        GroupComparison(K key, Change change, OptionalDouble adjustedPValue, double confidence) {
            this.key = key;
            this.change = change;
            this.adjustedPValue = adjustedPValue;
            this.confidence = confidence;
        }

        /**
         * Returns the key of the group.
         *
         * @return the key
         */
        public K key() {
            return key;
        }

        /**
         * Returns the change from the rest to the group; its interval and its own verdict are those of a single
         * comparison.
         *
         * @return the change
         */
        public Change change() {
            return change;
        }

        /**
         * Returns the p-value of this comparison alone.
         *
         * @return from 0 to 1; empty where there is no interval
         */
        public OptionalDouble pValue() {
            return change.pValue();
        }

        /**
         * Returns the p-value adjusted for the number of comparisons that were made and have one.
         *
         * @return from {@link #pValue()} to 1; empty where there is no interval
         */
        public OptionalDouble adjustedPValue() {
            return adjustedPValue;
        }

        /**
         * Returns what can be said about the group in view of all comparisons: BETTER or WORSE than the rest. Both need the interval to leave 0 out and, besides, the
         * adjusted p-value to be below 1 − confidence; else INCONCLUSIVE.
         *
         * @return the verdict, never {@link ComparisonVerdict#NO_MATERIAL_DIFFERENCE}
         */
        public ComparisonVerdict verdict() {
            return adjustedPValue.orElse(1) < 1 - confidence
                    ? ComparisonVerdict.of(change.verdict())
                    : ComparisonVerdict.INCONCLUSIVE;
        }

        /**
         * Returns the key, the difference, the verdict in view of all comparisons, the rest and the group in plain values; what JSON shows of it.
         *
         * @return the view; the adjusted p-value is among its notes
         */
        @JsonValue
        public GroupView<K> view() {
            List<String> notes = adjustedPValue.isPresent()
                    ? List.of("adjusted p " + shown(adjustedPValue.getAsDouble()))
                    : List.of();
            return new GroupView<>(key, change.view().withVerdict(verdict()).withMoreNotes(notes));
        }

        /**
         * Returns the key, the difference, the adjusted p-value and the verdict.
         *
         * @return for example
         *     {@code NORTH against the rest: 12.0 (95% CI 3.1 to 20.8, n=900), of which 300 in the group, adjusted p
         *     0.0243: BETTER}
         */
        @Override
        public String toString() {
            return key + " against the rest: " + change.difference() + ", of which "
                    + change.after().orElseThrow().count() + " in the group"
                    + (adjustedPValue.isPresent() ? ", adjusted p " + shown(adjustedPValue.getAsDouble()) : "") + ": "
                    + verdict();
        }

        private static String shown(double p) {
            return p < 0.0001 ? "<0.0001" : MetricUnit.POINTS.format(p, 4);
        }
    }
}
