package io.github.cxkit.metrics.breakdown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.BaseGrading;
import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.respondents.RepeatPolicy;
import io.github.cxkit.metrics.respondents.Respondents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A score by segment: region, product, channel, or any key that the caller's rows have.
 *
 * <p>With 45 promoters, 35 passives and 20 detractors in the north and 60, 80 and 60 in the south the NPS is 25.0 and 0.0, and 8.3 in total: of
 * the counts, not of the scores. North against south is 25.0 points better (95 % CI 6.1 to 42.8).
 *
 * <pre>{@code
 * Breakdown<Region, Nps> byRegion = rows.stream().collect(Breakdown.by(Row::region, toNps(Row::recommend)));
 * byRegion.groups();                         // key, score and base of each region
 * byRegion.total();                          // the score of all their answers together, exactly
 * byRegion.comparisons(Adjustment.HOLM);     // each region against the others together
 * }</pre>
 *
 * <ul>
 *   <li>Groups are listed in the natural order of their keys; where keys have none, in the order in which they first appeared.
 *   <li>Groups with fewer answers than the grading asks for are <em>suppressed</em>: listed, in the total, in the rest that others are compared
 *       with, and not themselves compared. That is a reading aid and no disclosure control: a suppressed group follows from the total and
 *       the other groups, and is not hidden in memory either.
 *   <li>Memory depends on the number of groups and what a score takes, not on the number of rows.
 *   <li>A row without a key needs one: {@code row -> row.region().orElse(UNKNOWN)}, or the {@code Optional} itself as the key.
 *   <li>Any score that adds: ratings, {@link io.github.cxkit.metrics.Share shares}, {@link io.github.cxkit.metrics.Mean means}. Others, such as
 *       medians, can be grouped with {@code groupingBy} and compared with {@link Change#between} and {@link Adjustment#adjust}.
 * </ul>
 *
 * @param <K> the type of the keys, with {@code equals} and {@code hashCode}
 * @param <S> the type of the scores
 */
public final class Breakdown<K, S extends MergeableScore<S>> {

    private static final double DEFAULT_CONFIDENCE = 0.95;

    /** The score of no answers. */
    private final S none;

    private final BaseGrading grading;
    /** In the order of {@link #groups()}. */
    private final Map<K, S> scores;

    private Breakdown(S none, BaseGrading grading, Map<K, S> unordered) {
        this.none = none;
        this.grading = grading;
        this.scores = new LinkedHashMap<>();
        unordered.keySet().stream()
                .sorted(KeyOrder.of(unordered.keySet()))
                .forEach(key -> scores.put(key, Objects.requireNonNull(unordered.get(key))));
    }

    /**
     * Returns a collector of the caller's own rows into a breakdown.
     *
     * @param <T> the row type
     * @param <K> the type of the keys
     * @param <S> the type of the scores
     * @param key reads a row's key, not null
     * @param score collects the rows of a group, such as {@code toNps(Row::recommend)} or {@code toShare(IN_TIME, Row::inTime)}
     * @return the collector, which throws {@link NullPointerException} for a null key
     */
    public static <T, K, S extends MergeableScore<S>> Collector<T, ?, Breakdown<K, S>> by(
            Function<? super T, ? extends K> key, Collector<? super T, ?, S> score) {
        Objects.requireNonNull(key, "key");
        return byKey(key, score);
    }

    private static <T, K, A, S extends MergeableScore<S>> Collector<T, ?, Breakdown<K, S>> byKey(
            Function<? super T, ? extends K> key, Collector<? super T, A, S> score) {
        BiConsumer<A, ? super T> accept = score.accumulator();
        return Collector.of(
                () -> new Parts<K, A, S>(score),
                (parts, row) -> accept.accept(parts.of(keyOf(key.apply(row), "key of a row")), row),
                Parts::combine,
                parts -> new Breakdown<>(parts.none(), BaseGrading.withDefaults(), parts.scores()).counted());
    }

    /**
     * Returns a collector of the caller's own rows into a breakdown by two keys crossed. {@link #regroup} brings it back to one of them.
     *
     * @param <T> the row type
     * @param <A> the type of the first keys
     * @param <B> the type of the second keys
     * @param <S> the type of the scores
     * @param first reads a row's first key, not null
     * @param second reads a row's second key, not null
     * @param score collects the rows of a group
     * @return the collector, which throws {@link NullPointerException} for a null key; pairs that no row has are not listed
     */
    public static <T, A, B, S extends MergeableScore<S>> Collector<T, ?, Breakdown<Both<A, B>, S>> byBoth(
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
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public static <K, S extends MergeableScore<S>> Breakdown<K, S> of(S none, Map<? extends K, S> scores) {
        if (!none.isEmpty()) {
            throw new IllegalArgumentException("none must have no answers, but had " + none.count());
        }
        Map<K, S> checked = new LinkedHashMap<>();
        scores.forEach((key, score) -> checked.put(keyOf(key, "key"), Objects.requireNonNull(score, "score")));
        return new Breakdown<>(none, BaseGrading.withDefaults(), checked).counted();
    }

    /**
     * Returns a breakdown of counts that are known already.
     *
     * @param <K> the type of the keys
     * @param definition how scores are read from the counts
     * @param counts the counts of each group, on the definition's scale; a group without answers is listed
     * @return the breakdown
     * @throws IllegalArgumentException if counts are on another scale
     * @throws ArithmeticException if there are more answers than a long can count
     */
    public static <K> Breakdown<K, CustomScore> of(RatingMetric definition, Map<? extends K, RatingCounts> counts) {
        Map<K, CustomScore> scores = new LinkedHashMap<>();
        counts.forEach((key, value) -> scores.put(keyOf(key, "key"), CustomScore.from(definition, value)));
        return of(CustomScore.from(definition, RatingCounts.empty(definition.scale())), scores);
    }

    /**
     * Returns a breakdown of survey responses that were grouped before, with one answer per customer in each group.
     *
     * <p>A customer who answered in two groups counts once in each; the groups are then not quite independent.
     *
     * @param <K> the type of the keys
     * @param definition how scores are read, by which the groups were counted
     * @param respondents the respondents of each group, by the policy FIRST or LATEST
     * @return the breakdown
     * @throws IllegalArgumentException if a group was counted by the policy ALL, whose counts do not know that answers of one customer belong
     *     together, or on another scale
     */
    public static <K> Breakdown<K, CustomScore> ofRespondents(
            RatingMetric definition, Map<? extends K, Respondents> respondents) {
        Map<K, RatingCounts> counts = new LinkedHashMap<>();
        respondents.forEach((key, group) -> {
            if (group.policy() == RepeatPolicy.ALL) {
                throw new IllegalArgumentException(
                        "policy must be FIRST or LATEST, but was ALL: counts do not know that answers of one"
                                + " customer belong together\nMaybe compare the clustered scores with Change.between.");
            }
            counts.put(key, group.counts());
        });
        return of(definition, counts);
    }

    /**
     * Returns a breakdown of two columns whose groups are numbered.
     *
     * @param definition how scores are read from the answers
     * @param group the group of each row, from 0
     * @param groups how many groups there are, with answers or without; all are listed
     * @param answers the answer of each row, a point of the scale
     * @return the breakdown, by the number of the group
     * @throws IllegalArgumentException if the columns differ in length, or a group or an answer is out of bounds; the message names the
     *     first bad index
     */
    public static Breakdown<Integer, CustomScore> ofColumns(
            RatingMetric definition, int[] group, int groups, byte[] answers) {
        return numbered(definition, new Columns(group, groups, answers.length, definition.scale()).count(answers));
    }

    /**
     * Returns a breakdown of two columns whose groups are numbered.
     *
     * @param definition how scores are read from the answers
     * @param group the group of each row, from 0
     * @param groups how many groups there are, with answers or without; all are listed
     * @param answers the answer of each row, a point of the scale
     * @return the breakdown, by the number of the group
     * @throws IllegalArgumentException if the columns differ in length, or a group or an answer is out of bounds; the message names the
     *     first bad index
     */
    public static Breakdown<Integer, CustomScore> ofColumns(
            RatingMetric definition, int[] group, int groups, int[] answers) {
        return numbered(definition, new Columns(group, groups, answers.length, definition.scale()).count(answers));
    }

    /**
     * Returns a breakdown of two columns whose groups have labels.
     *
     * @param <K> the type of the labels
     * @param definition how scores are read from the answers
     * @param group the group of each row, as the index of its label
     * @param labels the labels, all different
     * @param answers the answer of each row, a point of the scale
     * @return the breakdown, by label
     * @throws IllegalArgumentException if two labels are equal, the columns differ in length, or a group or an answer is out of bounds
     */
    public static <K> Breakdown<K, CustomScore> ofColumns(
            RatingMetric definition, int[] group, List<K> labels, byte[] answers) {
        checkDifferent(labels);
        return labelled(
                definition,
                labels,
                new Columns(group, labels.size(), answers.length, definition.scale()).count(answers));
    }

    /**
     * Returns a breakdown of two columns whose groups have labels.
     *
     * @param <K> the type of the labels
     * @param definition how scores are read from the answers
     * @param group the group of each row, as the index of its label
     * @param labels the labels, all different
     * @param answers the answer of each row, a point of the scale
     * @return the breakdown, by label
     * @throws IllegalArgumentException if two labels are equal, the columns differ in length, or a group or an answer is out of bounds
     */
    public static <K> Breakdown<K, CustomScore> ofColumns(
            RatingMetric definition, int[] group, List<K> labels, int[] answers) {
        checkDifferent(labels);
        return labelled(
                definition,
                labels,
                new Columns(group, labels.size(), answers.length, definition.scale()).count(answers));
    }

    private static Breakdown<Integer, CustomScore> numbered(RatingMetric definition, RatingCounts[] counts) {
        return labelled(definition, IntStream.range(0, counts.length).boxed().toList(), counts);
    }

    private static <K> Breakdown<K, CustomScore> labelled(
            RatingMetric definition, List<K> labels, RatingCounts[] counts) {
        Map<K, RatingCounts> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            byLabel.put(labels.get(i), counts[i]);
        }
        return of(definition, byLabel);
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

    /** The sum of all groups must be countable. */
    private Breakdown<K, S> counted() {
        total();
        return this;
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
     * @return the metric
     */
    public Metric metric() {
        return none.metric();
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
        return total().isEmpty();
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
     * Returns the score of all answers together, those of suppressed groups included: their sum, not a mean of the scores.
     *
     * @return the score, which may be empty
     */
    public S total() {
        S total = none;
        for (S score : scores.values()) {
            total = total.plus(score);
        }
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
        return comparisons(adjustment, DEFAULT_CONFIDENCE);
    }

    /**
     * Compares each group with all others together. The group is not part of what it is compared with, so that the two sides are
     * independent; the others are added.
     *
     * <ul>
     *   <li>Suppressed groups are not compared, nor is a group whose others together would be suppressed; comparisons that are not made do
     *       not count in the adjustment, nor do those that have no p-value (a mean whose answers are all equal).
     *   <li>Where only two groups have answers, the two comparisons are one and its mirror image, and nothing is adjusted.
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
        long withAnswers =
                scores.values().stream().filter(score -> !score.isEmpty()).count();
        if (withAnswers < 2) {
            throw new IllegalStateException("comparisons need at least 2 groups with answers, but there "
                    + (withAnswers == 1 ? "was 1" : "were none"));
        }
        Map<K, Change> changes = changes(confidence);
        List<OptionalDouble> pValues =
                changes.values().stream().map(Change::pValue).toList();
        double[] raw = pValues.stream().flatMapToDouble(OptionalDouble::stream).toArray();
        double[] adjusted = withAnswers == 2 ? raw : adjustment.adjust(raw);
        List<GroupComparison<K>> comparisons = new ArrayList<>();
        int compared = 0;
        int tested = 0;
        for (Map.Entry<K, Change> entry : changes.entrySet()) {
            OptionalDouble pValue = pValues.get(compared++);
            OptionalDouble adjustedPValue =
                    pValue.isPresent() ? OptionalDouble.of(adjusted[tested++]) : OptionalDouble.empty();
            comparisons.add(new GroupComparison<>(entry.getKey(), entry.getValue(), adjustedPValue, confidence));
        }
        return Collections.unmodifiableList(comparisons);
    }

    /** From the rest to each group; the rest is the sum of the groups before and of those behind, so that nothing is ever subtracted. */
    private Map<K, Change> changes(double confidence) {
        List<Group<K, S>> groups = groups();
        List<S> behind = new ArrayList<>(Collections.nCopies(groups.size(), none));
        for (int i = groups.size() - 1; i > 0; i--) {
            behind.set(i - 1, groups.get(i).score().plus(behind.get(i)));
        }
        Map<K, Change> changes = new LinkedHashMap<>();
        S before = none;
        for (int i = 0; i < groups.size(); i++) {
            Group<K, S> group = groups.get(i);
            S rest = before.plus(behind.get(i));
            if (!group.isSuppressed() && grading.grade(rest) != BaseSize.SUPPRESSED) {
                changes.put(group.key(), Change.between(rest, group.score()).withConfidence(confidence));
            }
            before = before.plus(group.score());
        }
        return changes;
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
        if (!metric().equals(other.metric())) {
            throw new IllegalArgumentException(metric() + " cannot be merged with " + other.metric());
        }
        Map<K, S> sum = new LinkedHashMap<>(scores);
        other.scores.forEach((key, score) -> sum.merge(key, score, S::plus));
        return new Breakdown<>(none, grading, sum).counted();
    }

    /**
     * Returns a coarser breakdown whose groups are sums of these: countries instead of cities, or the first of two crossed keys.
     *
     * @param <L> the type of the new keys
     * @param newKey gives the new key of each old one, not null
     * @return the coarser breakdown, with the same total and grading
     * @throws NullPointerException if a new key is null
     */
    public <L> Breakdown<L, S> regroup(Function<? super K, ? extends L> newKey) {
        Map<L, S> coarser = new LinkedHashMap<>();
        scores.forEach((key, score) -> coarser.merge(keyOf(newKey.apply(key), "new key"), score, S::plus));
        return new Breakdown<>(none, grading, coarser);
    }

    /**
     * Returns the groups in plain values; what JSON shows of a breakdown.
     *
     * @return an unmodifiable list, in the order of the keys
     */
    @JsonValue
    public List<GroupView<K>> view() {
        return groups().stream().map(Group::view).toList();
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
        return other instanceof Breakdown<?, ?> that && metric().equals(that.metric()) && scores.equals(that.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(metric(), scores);
    }

    /**
     * Returns the total and the groups, one a line.
     *
     * @return the total in the first line
     */
    @Override
    public String toString() {
        return groups().stream().map(group -> "\n  " + group).collect(Collectors.joining("", total().toString(), ""));
    }

    /** What has been collected per key, of one thread. */
    private static final class Parts<K, A, S> {
        private final Collector<?, A, S> score;
        private final Map<K, A> byKey = new LinkedHashMap<>();

        Parts(Collector<?, A, S> score) {
            this.score = score;
        }

        A of(K key) {
            return byKey.computeIfAbsent(key, absent -> score.supplier().get());
        }

        Parts<K, A, S> combine(Parts<K, A, S> other) {
            other.byKey.forEach((key, part) -> byKey.merge(key, part, score.combiner()));
            return this;
        }

        S none() {
            return score.finisher().apply(score.supplier().get());
        }

        Map<K, S> scores() {
            Map<K, S> scores = new LinkedHashMap<>();
            byKey.forEach((key, part) -> scores.put(key, score.finisher().apply(part)));
            return scores;
        }
    }
}
