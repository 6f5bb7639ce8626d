package io.github.cxkit.metrics.respondents;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * A score and the customers it rests on: how many there are, and what was set aside because they answered more than once.
 *
 * <pre>{@code
 * Respondents respondents = responses.stream().collect(Respondents.toRespondents(Nps.STANDARD, RepeatPolicy.LATEST));
 * Nps nps = Nps.from(respondents.counts());
 * }</pre>
 */
public final class Respondents {

    private final RepeatPolicy policy;
    private final RatingCounts counts;
    private final long customers;
    private final long givenAnswers;
    private final Score score;

    Respondents(RepeatPolicy policy, RatingCounts counts, long customers, long givenAnswers, Score score) {
        this.policy = policy;
        this.counts = counts;
        this.customers = customers;
        this.givenAnswers = givenAnswers;
        this.score = score;
    }

    /**
     * Returns a collector of survey responses to one question.
     *
     * <p>Each group holds one {@link SurveyTally}, which grows with the number of different customers. The collector throws what {@link SurveyTally#accept}
     * does.
     *
     * @param definition how the answers are read
     * @param policy what counts where one customer gave several answers
     * @return the collector
     */
    public static Collector<SurveyResponse, ?, Respondents> toRespondents(
            RatingMetric definition, RepeatPolicy policy) {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(policy, "policy");
        return Collector.of(
                () -> SurveyTally.of(definition, policy),
                SurveyTally::accept,
                SurveyTally::combine,
                SurveyTally::respondents,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Returns the score.
     *
     * @return an ordinary rating score over one answer per customer for FIRST and LATEST, a {@link ClusteredScore} for ALL; without answers
     *     it is empty
     */
    public Score score() {
        return score;
    }

    /**
     * Returns what was done about customers who answered more than once.
     *
     * @return the policy
     */
    public RepeatPolicy policy() {
        return policy;
    }

    /**
     * Returns the answers that count: one per customer for FIRST and LATEST, every one for ALL.
     *
     * @return the counts, with what was skipped, does not apply or has weight zero beside them
     */
    public RatingCounts counts() {
        return counts;
    }

    /**
     * Returns how many different customers gave an answer, one of weight zero included.
     *
     * @return 0 or more
     */
    public long customers() {
        return customers;
    }

    /**
     * Returns how many answers were set aside because the same customer gave another one that counts.
     *
     * @return 0 or more; 0 for ALL
     */
    public long setAside() {
        return policy == RepeatPolicy.ALL ? 0 : repeats();
    }

    /**
     * Returns how many answers came from customers who had given one already, whether or not they count.
     *
     * @return 0 or more
     */
    public long repeats() {
        return givenAnswers - customers;
    }

    /**
     * Returns the {@link #score()} in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public ResultView view() {
        return score().view();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Respondents that
                && policy == that.policy
                && counts.equals(that.counts)
                && customers == that.customers
                && givenAnswers == that.givenAnswers
                && score.equals(that.score);
    }

    @Override
    public int hashCode() {
        return Objects.hash(policy, counts, customers, givenAnswers, score);
    }

    /**
     * Returns the score, the policy and the number of repeats; nobody is named.
     *
     * @return for example {@code NPS 40.0 (95% CI -15.3 to 75.3, n=10), LATEST, 3 repeats}
     */
    @Override
    public String toString() {
        return score + ", " + policy + ", " + repeats() + " repeats";
    }
}
