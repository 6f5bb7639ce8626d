package io.github.cxkit.recovery.loop;

import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which answers are bad enough to get back to the customer, and how soon.
 *
 * <p>With 48 hours and {@code Nps.STANDARD}, an answer of 6 on Monday at 10:00 is to be followed up by Wednesday at 10:00; a 7 is not.
 *
 * <pre>{@code
 * FollowUpRule rule = FollowUpRule.within(Duration.ofHours(48))
 *         .withMeasure("recommend", Nps.STANDARD)                           // detractors
 *         .withMeasure("satisfied", Csat.net(Scale.highIsGood(1, 5), 2))    // 1 and 2
 *         .withMeasure("effort", Ces.EFFORT_INDEX);                         // much effort: 4 and 5
 * rule.followUp(response);
 * }</pre>
 *
 * <ul>
 *   <li>Bad are the points that count against a net score; which end of the scale that is follows from the definition, never from the
 *       number.
 *   <li>The rule is blind to who answered: it reads question, scale, answer and time, and neither customer nor weight nor touchpoint. A
 *       customer of little value is got back to as soon as any other.
 *   <li>An anonymous bad answer is a follow-up all the same. Whether anybody can be called is for the caller to see.
 *   <li>A skipped question, or one that does not apply, is none. Neither is a question that the rule does not know. A rule that knows none
 *       is an error.
 *   <li>A question that the rule knows on another scale is an error: a 5 may be the best answer or one in the middle.
 * </ul>
 */
public final class FollowUpRule {

    private final String clock;
    private final UnaryOperator<Instant> due;
    private final Map<String, RatingMetric> measures;

    private FollowUpRule(String clock, UnaryOperator<Instant> due, Map<String, RatingMetric> measures) {
        this.clock = clock;
        this.due = due;
        this.measures = measures;
    }

    /**
     * Returns a rule by the clock on the wall, day and night, as yet without measures.
     *
     * @param time how long after the answer contact is in time, above 0
     * @return the rule
     * @throws IllegalArgumentException if the time is 0 or negative
     */
    public static FollowUpRule within(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time must be above 0, but was " + time);
        }
        return new FollowUpRule("within " + time, answeredAt -> answeredAt.plus(time), Map.of());
    }

    /**
     * Returns a rule by the caller's own clock, such as one of opening hours, as yet without measures.
     *
     * @param due the last instant in time for an answer at an instant, not before it
     * @return the rule
     */
    public static FollowUpRule dueBy(UnaryOperator<Instant> due) {
        return new FollowUpRule("by the caller's clock", Objects.requireNonNull(due, "due"), Map.of());
    }

    /**
     * Returns a copy that also looks at a question.
     *
     * @param question the question's key, as in {@link SurveyResponse#question()}
     * @param measure a net score on the question's scale, whose negative points are bad and whose positive points are good
     * @return the copy
     * @throws IllegalArgumentException if the measure is no net score, or if the rule knows the question already
     */
    public FollowUpRule withMeasure(String question, RatingMetric measure) {
        Objects.requireNonNull(question, "question");
        Map<String, RatingMetric> more = new LinkedHashMap<>(measures);
        if (more.put(question, Standing.checkNet(measure)) != null) {
            throw new IllegalArgumentException("question " + question + " has a measure already");
        }
        return new FollowUpRule(clock, due, more);
    }

    /**
     * Returns the follow-up that a response calls for.
     *
     * @param response what a customer said
     * @return the follow-up; empty where the answer is not bad, was not given, or belongs to another question
     * @throws IllegalStateException if the rule has no measure
     * @throws IllegalArgumentException if the question is known on another scale, or if the caller's clock makes the follow-up due before the
     *     answer
     */
    public Optional<FollowUp> followUp(SurveyResponse response) {
        if (measures.isEmpty()) {
            throw new IllegalStateException(
                    "a rule needs a measure to tell bad answers, but has none\nMaybe add a measure with withMeasure.");
        }
        RatingMetric measure = measures.get(response.question());
        return measure != null && Standing.of(measure, response) == Standing.BAD
                ? Optional.of(new FollowUp(response, measure, due.apply(response.answeredAt())))
                : Optional.empty();
    }

    /**
     * Returns the time, if it is one by the clock on the wall, and the questions with the names of their measures.
     *
     * @return for example {@code FollowUpRule[within PT48H, recommend: NPS]}
     */
    @Override
    public String toString() {
        return measures.entrySet().stream()
                .map(entry -> ", " + entry.getKey() + ": " + entry.getValue().name())
                .collect(Collectors.joining("", "FollowUpRule[" + clock, "]"));
    }
}
