package io.github.cxkit.recovery.loop;

import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.time.Instant;
import java.util.Objects;

/**
 * A customer to get back to: who gave which bad answer, and by when. Made by a {@link FollowUpRule}.
 *
 * <p>A 3 to "would you recommend us?" on Monday at 10:00, with a policy of 48 hours, is due on Wednesday at 10:00.
 *
 * <ul>
 *   <li>The response may be anonymous; then somebody was let down and nobody can be called.
 *   <li>{@link #toString()} shows neither customer nor comment.
 * </ul>
 *
 * @param response the bad answer
 * @param measure the net definition that calls it bad
 * @param due the last instant at which contact is in time
 */
public record FollowUp(SurveyResponse response, RatingMetric measure, Instant due) {

    /**
     * Checks the parts.
     *
     * @param response the bad answer
     * @param measure the net definition that calls it bad
     * @param due the last instant at which contact is in time
     * @throws IllegalArgumentException if the measure is no net score or is on another scale, if it does not call the answer bad, or if the
     *     follow-up is due before the answer
     */
    public FollowUp {
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(due, "due");
        if (Standing.of(measure, response) != Standing.BAD) {
            throw new IllegalArgumentException("a follow-up needs an answer that is bad by " + measure.name()
                    + ", but was given " + response.answer());
        }
        if (due.isBefore(response.answeredAt())) {
            throw new IllegalArgumentException(
                    "due must not be before answeredAt " + response.answeredAt() + ", but was " + due);
        }
    }
}
