package io.github.cxkit.metrics.respondents;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.CustomerId;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingMetric.Reading;
import io.github.cxkit.metrics.rating.RatingScore;
import io.github.cxkit.metrics.rating.RatingTally;
import io.github.cxkit.metrics.tests.McNemar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The change of the same customers from one time to another: the mean of what each of them moved, after minus before.
 *
 * <p>Of 92 customers 20 rose by a class or two and 9 fell: their NPS rose by 15.2 points, with a 95 % interval from 2.2 to
 * 28.2. Taken for two independent groups the same answers would give −4.8 to 34.9.
 *
 * <pre>{@code
 * PairedChange paired = PairedChange.between(Nps.STANDARD, RepeatPolicy.LATEST, lastYear, thisYear);
 * paired.change().difference();      // of customers who answered both times
 * paired.change().verdict();
 * paired.onlyBefore();               // how many could not be matched
 * paired.moves();                    // from detractor to promoter, and so on
 * }</pre>
 *
 * <ul>
 *   <li>Net scores and means: t interval of the customers' moves, n − 1 degrees of freedom. One customer, or customers who all moved alike, also by
 *       nothing: no interval, and INCONCLUSIVE.
 *   <li>Shares: Tango's score interval (1998) on those who were counted on one side alone; it exists also where nobody moved.
 *       doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;891::AID-SIM780&gt;3.0.CO;2-B
 *   <li>Customers are matched by {@link io.github.cxkit.core.Customer#id()}; whoever gave an answer on one side alone is left out and counted. Who answers
 *       twice is not like who answers once: the change is one of loyal respondents.
 *   <li>A customer with an answer at a point that the definition leaves out has no move, and is counted in {@link #leftOut()}.
 *   <li>Every customer counts once: the weights must be equal.
 *   <li>Swapping the sides negates difference and interval.
 * </ul>
 */
public final class PairedChange {

    private final RatingScore before;
    private final RatingScore after;
    private final Change change;
    private final Optional<McNemar> mcNemar;
    private final Optional<MoveTable> moves;
    private final long onlyBefore;
    private final long onlyAfter;
    private final long leftOut;

    private PairedChange(
            RatingScore before,
            RatingScore after,
            Change change,
            Optional<McNemar> mcNemar,
            Optional<MoveTable> moves,
            long onlyBefore,
            long onlyAfter,
            long leftOut) {
        this.before = before;
        this.after = after;
        this.change = change;
        this.mcNemar = mcNemar;
        this.moves = moves;
        this.onlyBefore = onlyBefore;
        this.onlyAfter = onlyAfter;
        this.leftOut = leftOut;
    }

    /**
     * Returns the change of customers who gave one answer on each side.
     *
     * @param definition how the answers are read
     * @param before the earlier responses, at most one given answer per customer
     * @param after the later responses, at most one given answer per customer
     * @return the change, at 95 % and without a margin
     * @throws IllegalArgumentException if a customer gave several answers on one side, if the scale is not the definition's, if one side
     *     mixes questions, or if the weights of matched answers differ or are 0
     * @throws IllegalStateException if a response is anonymous, or if no customer is on both sides
     */
    public static PairedChange between(
            RatingMetric definition, Collection<SurveyResponse> before, Collection<SurveyResponse> after) {
        SurveyTally earlier = tally(definition, RepeatPolicy.FIRST, before);
        SurveyTally later = tally(definition, RepeatPolicy.FIRST, after);
        refuseRepeats(earlier, "before");
        refuseRepeats(later, "after");
        return match(definition, earlier, later);
    }

    /**
     * Returns the change of customers who gave answers on both sides, with one answer of each customer on each side.
     *
     * @param definition how the answers are read
     * @param policy which answer counts where a customer gave several on one side: FIRST or LATEST
     * @param before the earlier responses
     * @param after the later responses
     * @return the change, at 95 % and without a margin
     * @throws IllegalArgumentException if the policy is ALL, if the scale is not the definition's, if one side mixes questions, or if the weights of
     *     matched answers differ or are 0
     * @throws IllegalStateException if a response is anonymous, or if no customer is on both sides
     */
    public static PairedChange between(
            RatingMetric definition,
            RepeatPolicy policy,
            Collection<SurveyResponse> before,
            Collection<SurveyResponse> after) {
        if (policy == RepeatPolicy.ALL) {
            throw new IllegalArgumentException(
                    "policy must be FIRST or LATEST where one answer is matched with another, but was ALL");
        }
        return match(definition, tally(definition, policy, before), tally(definition, policy, after));
    }

    private static SurveyTally tally(
            RatingMetric definition, RepeatPolicy policy, Collection<SurveyResponse> responses) {
        SurveyTally tally = SurveyTally.of(definition, policy);
        responses.forEach(tally::accept);
        return tally;
    }

    private static void refuseRepeats(SurveyTally tally, String side) {
        long repeats = tally.respondents().repeats();
        if (repeats > 0) {
            throw new IllegalArgumentException("one answer per customer is needed, but " + repeats + " of the answers "
                    + side + " are repeats\nMaybe name a RepeatPolicy, FIRST or LATEST.");
        }
    }

    private record Pair(int before, int after) {}

    private static PairedChange match(RatingMetric definition, SurveyTally before, SurveyTally after) {
        AnswerValues values = before.values();
        List<Pair> pairs = new ArrayList<>();
        long matched = 0;
        double weight = Double.NaN;
        for (Map.Entry<CustomerId, GivenAnswer> entry : before.chosen().entrySet()) {
            GivenAnswer earlier = entry.getValue();
            GivenAnswer later = after.chosen().get(entry.getKey());
            if (later != null) {
                matched++;
                weight = sameWeight(sameWeight(weight, earlier.weight()), later.weight());
                if (!values.leavesOut(earlier.value()) && !values.leavesOut(later.value())) {
                    pairs.add(new Pair(earlier.value(), later.value()));
                }
            }
        }
        long onlyBefore = before.chosen().size() - matched;
        long onlyAfter = after.chosen().size() - matched;
        if (pairs.isEmpty()) {
            throw new IllegalStateException("a change of the same customers needs some on both sides, but "
                    + onlyBefore + " answered before alone, " + onlyAfter + " after alone, and " + matched
                    + " gave an answer that " + definition.name() + " leaves out");
        }
        RatingTally ratingsBefore = RatingTally.on(definition.scale());
        RatingTally ratingsAfter = RatingTally.on(definition.scale());
        for (Pair pair : pairs) {
            ratingsBefore.accept(pair.before());
            ratingsAfter.accept(pair.after());
        }
        Optional<Nps> net =
                definition.reading() == Reading.SHARE ? Optional.of(netOf(definition, pairs)) : Optional.empty();
        Score moved = net.isPresent() ? net.get() : moved(meanOf(definition, values, pairs));
        return new PairedChange(
                CustomScore.from(definition, ratingsBefore.counts()),
                CustomScore.from(definition, ratingsAfter.counts()),
                Change.of(definition, moved),
                net.map(score -> McNemar.gained(score.promoters()).lost(score.detractors())),
                definition.reading() == Reading.NET ? Optional.of(tableOf(definition, pairs)) : Optional.empty(),
                onlyBefore,
                onlyAfter,
                matched - pairs.size());
    }

    private static double sameWeight(double one, double other) {
        if (other == 0 || (one != other && !Double.isNaN(one))) {
            throw new IllegalArgumentException("the weights of matched answers must be equal and not 0, but "
                    + (other == 0 ? "one was 0" : "there were " + one + " and " + other));
        }
        return other;
    }

    /** A paired difference of shares is a net score of those who gained and those who lost. */
    private static Nps netOf(RatingMetric definition, List<Pair> pairs) {
        long gained = 0;
        long lost = 0;
        for (Pair pair : pairs) {
            double earlier = definition.valueOf(pair.before()).orElseThrow();
            double later = definition.valueOf(pair.after()).orElseThrow();
            gained += later > earlier ? 1 : 0;
            lost += later < earlier ? 1 : 0;
        }
        return Nps.promoters(gained).passives(pairs.size() - gained - lost).detractors(lost);
    }

    /** Summed in order of size, so that the order of the customers does not reach the last bit. */
    private static Mean meanOf(RatingMetric definition, AnswerValues values, List<Pair> pairs) {
        Quantity move = Quantity.of("move in " + definition.name(), definition.unit(), definition.direction());
        return Mean.of(
                move,
                pairs.stream()
                        .mapToDouble(pair -> values.at(pair.after()) - values.at(pair.before()))
                        .sorted()
                        .toArray());
    }

    /** Moves that say why they have no interval. */
    private static Score moved(Mean moves) {
        Uncertainty uncertainty = moves.uncertainty().reasonWithoutLimits().isPresent()
                ? new Uncertainty.NotEstimable(
                        moves.count() < 2 ? "a mean move needs at least 2 customers" : "all customers moved alike")
                : moves.uncertainty();
        return Figure.of(moves.metric(), moves.value(), moves.count(), uncertainty);
    }

    private static MoveTable tableOf(RatingMetric definition, List<Pair> pairs) {
        long[][] counts = new long[3][3];
        for (Pair pair : pairs) {
            NetClass earlier = NetClass.of(definition.valueOf(pair.before()).orElseThrow());
            NetClass later = NetClass.of(definition.valueOf(pair.after()).orElseThrow());
            counts[earlier.index()][later.index()]++;
        }
        return new MoveTable(counts);
    }

    /**
     * Returns the mean of the moves as a judged difference: value, interval, p-value and verdict. It counts customers, of whom each counts once though there are two
     * answers; for shares its p-value is that of McNemar's chi-square test.
     *
     * @return the change, at 95 % and without a margin; without sides, for these are of the same customers
     */
    public Change change() {
        return change;
    }

    /**
     * Returns who moved from which class to which.
     *
     * @return the table; empty unless the definition is net
     */
    public Optional<MoveTable> moves() {
        return moves;
    }

    /**
     * Returns McNemar's tests of the same customers, for comparison with others' figures.
     *
     * @return the tests; empty unless the definition is a share
     */
    public Optional<McNemar> mcNemar() {
        return mcNemar;
    }

    /**
     * Returns the score before, of the matched customers alone.
     *
     * @return the earlier side
     */
    public RatingScore before() {
        return before;
    }

    /**
     * Returns the score after, of the matched customers alone.
     *
     * @return the later side
     */
    public RatingScore after() {
        return after;
    }

    /**
     * Returns how many customers gave an answer before and none after.
     *
     * @return 0 or more
     */
    public long onlyBefore() {
        return onlyBefore;
    }

    /**
     * Returns how many customers gave an answer after and none before.
     *
     * @return 0 or more
     */
    public long onlyAfter() {
        return onlyAfter;
    }

    /**
     * Returns how many customers gave an answer on both sides of which the definition leaves one out.
     *
     * @return 0 or more
     */
    public long leftOut() {
        return leftOut;
    }

    /**
     * Returns the difference, the verdict and both sides in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public ResultView view() {
        return change().view().withSides(before().view(), after().view());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairedChange that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    private Object[] parts() {
        return new Object[] {before, after, change, mcNemar, moves, onlyBefore, onlyAfter, leftOut};
    }

    /**
     * Returns the name, the difference and the verdict; nobody is named.
     *
     * @return for example {@code of the same customers: change in NPS 15.2 (95% CI 2.2 to 28.2, n=92): IMPROVED}
     */
    @Override
    public String toString() {
        return "of the same customers: " + change;
    }

    /**
     * How many customers moved from which class to which, between two answers to a net question.
     *
     * <pre>{@code
     * MoveTable moves = pairedChange.moves().orElseThrow();
     * moves.count(NetClass.DETRACTOR, NetClass.PROMOTER);    // won over
     * moves.movedUp();
     * }</pre>
     *
     * <p>Up is towards PROMOTER. For an NPS that is better; for a net score of which lower is better it is worse.
     */
    public static final class MoveTable {

        private final long[][] counts;

        /** The rows are before, the columns after, from worst to best; the array is taken over, not copied. */
        MoveTable(long[][] counts) {
            this.counts = counts;
        }

        /**
         * Returns how many customers moved from one class to another.
         *
         * @param before the class of the answer before
         * @param after the class of the answer after; the same class for customers who did not move
         * @return 0 or more
         */
        public long count(NetClass before, NetClass after) {
            return counts[before.index()][after.index()];
        }

        /**
         * Returns how many customers were in a class before.
         *
         * @param before the class
         * @return 0 or more
         */
        public long before(NetClass before) {
            return Arrays.stream(counts[before.index()]).sum();
        }

        /**
         * Returns how many customers are in a class after.
         *
         * @param after the class
         * @return 0 or more
         */
        public long after(NetClass after) {
            return Arrays.stream(counts).mapToLong(row -> row[after.index()]).sum();
        }

        /**
         * Returns how many customers moved towards PROMOTER, by one class or two.
         *
         * @return 0 or more
         */
        public long movedUp() {
            return moved(1);
        }

        /**
         * Returns how many customers moved towards DETRACTOR, by one class or two.
         *
         * @return 0 or more
         */
        public long movedDown() {
            return moved(-1);
        }

        /**
         * Returns how many customers stayed in their class.
         *
         * @return 0 or more
         */
        public long stayed() {
            return moved(0);
        }

        /**
         * Returns the number of customers.
         *
         * @return 1 or more
         */
        public long customers() {
            return movedUp() + movedDown() + stayed();
        }

        private long moved(int direction) {
            long sum = 0;
            for (NetClass before : NetClass.values()) {
                for (NetClass after : NetClass.values()) {
                    sum += Integer.signum(after.compareTo(before)) == direction ? count(before, after) : 0;
                }
            }
            return sum;
        }

        /**
         * Returns the counts in plain values; what JSON shows of the table.
         *
         * @return how many moved, by the class before and by the class after; unmodifiable
         */
        @JsonValue
        public Map<NetClass, Map<NetClass, Long>> view() {
            Map<NetClass, Map<NetClass, Long>> rows = new EnumMap<>(NetClass.class);
            for (NetClass before : NetClass.values()) {
                Map<NetClass, Long> row = new EnumMap<>(NetClass.class);
                for (NetClass after : NetClass.values()) {
                    row.put(after, count(before, after));
                }
                rows.put(before, Collections.unmodifiableMap(row));
            }
            return Collections.unmodifiableMap(rows);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof MoveTable that && Arrays.deepEquals(counts, that.counts);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(counts);
        }

        /**
         * Returns the rows of the table, before by after, from worst to best.
         *
         * @return for example {@code MoveTable[8 6 3 / 2 30 11 / 0 7 25]}
         */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("MoveTable[");
            for (long[] row : counts) {
                text.append(row == counts[0] ? "" : " / ");
                text.append(row[0]).append(' ').append(row[1]).append(' ').append(row[2]);
            }
            return text.append(']').toString();
        }
    }
}
