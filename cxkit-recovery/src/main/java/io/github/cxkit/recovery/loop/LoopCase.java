package io.github.cxkit.recovery.loop;

import io.github.cxkit.core.Customer;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.recovery.CaseFairness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A follow-up and what became of it: contact, resolution, fairness, and what the customer said afterwards.
 *
 * <p>A detractor on Monday, contacted on Tuesday, resolved on Thursday, who gave a 9 two weeks later.
 *
 * <pre>{@code
 * LoopCase.of(followUp)
 *         .withContactedAt(tuesday)
 *         .withResolvedAt(thursday)
 *         .withFairness(scorer.score(recoveryCase))      // or bounds of the caller's own
 *         .withResponses(everythingThisCustomerSaid);
 * }</pre>
 *
 * <ul>
 *   <li>What is not stated is unknown or has not happened: no contact, no resolution, no fairness, no later answer.
 *   <li>Responses may be given in any order and may include earlier ones and the bad answer itself; times decide, not rows.
 *   <li>Nothing can happen before the bad answer; at the same instant is possible.
 * </ul>
 */
public final class LoopCase {

    private static final Interval FAIRNESS = new Interval(0, 100);

    /** So many points are due to rounding. */
    private static final double ROUNDING = 1e-9;

    private final FollowUp followUp;
    private final Optional<Instant> contactedAt;
    private final List<Instant> turns;
    private final Optional<Interval> fairness;
    private final List<SurveyResponse> later;

    private LoopCase(
            FollowUp followUp,
            Optional<Instant> contactedAt,
            List<Instant> turns,
            Optional<Interval> fairness,
            List<SurveyResponse> later) {
        this.followUp = followUp;
        this.contactedAt = contactedAt;
        this.turns = turns;
        this.fairness = fairness;
        this.later = later;
    }

    /**
     * Returns a case in which nothing has happened yet.
     *
     * @param followUp the follow-up
     * @return the case
     */
    public static LoopCase of(FollowUp followUp) {
        return new LoopCase(
                Objects.requireNonNull(followUp, "followUp"), Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    /**
     * Returns a copy that says when the customer was first contacted.
     *
     * @param contacted the instant, not before the bad answer
     * @return the copy
     * @throws IllegalArgumentException if it is before the bad answer
     */
    public LoopCase withContactedAt(Instant contacted) {
        return new LoopCase(followUp, Optional.of(notBefore(contacted, "contactedAt")), turns, fairness, later);
    }

    /**
     * Returns a copy that says when the case was resolved, once and for all as far as is known.
     *
     * @param resolved the instant, not before the bad answer
     * @return the copy
     * @throws IllegalArgumentException if it is before the bad answer
     */
    public LoopCase withResolvedAt(Instant resolved) {
        return withResolutions(List.of(resolved), List.of());
    }

    /**
     * Returns a copy that says when the case was resolved and when it was opened again. The order of each list does not matter.
     *
     * @param resolved the instants of resolution, none before the bad answer
     * @param reopened the instants of reopening, each between two resolutions or after the last
     * @return the copy
     * @throws IllegalArgumentException if an instant is before the bad answer, or if the two kinds do not take turns beginning with a
     *     resolution; two at one instant do not
     */
    public LoopCase withResolutions(Collection<Instant> resolved, Collection<Instant> reopened) {
        List<Instant> opened = sorted(reopened, "reopenedAt");
        List<Instant> closed = sorted(resolved, "resolvedAt");
        List<Instant> both = new ArrayList<>();
        for (int i = 0; i < closed.size() + opened.size(); i++) {
            List<Instant> next = i % 2 == 0 ? closed : opened;
            if (i / 2 >= next.size() || (!both.isEmpty() && !next.get(i / 2).isAfter(both.get(both.size() - 1)))) {
                throw new IllegalArgumentException(
                        "a case is resolved, reopened, resolved and so on, each later than the last, but was resolved at "
                                + closed + " and reopened at " + opened);
            }
            both.add(next.get(i / 2));
        }
        return new LoopCase(followUp, contactedAt, List.copyOf(both), fairness, later);
    }

    private List<Instant> sorted(Collection<Instant> instants, String name) {
        return instants.stream()
                .map(instant -> notBefore(instant, name))
                .sorted()
                .toList();
    }

    private Instant notBefore(Instant instant, String name) {
        Instant answeredAt = followUp.response().answeredAt();
        if (instant.isBefore(answeredAt)) {
            throw new IllegalArgumentException(
                    name + " must not be before the bad answer at " + answeredAt + ", but was " + instant);
        }
        return instant;
    }

    /**
     * Returns a copy that says how fair the recovery was.
     *
     * @param bounds the bounds of the fairness score, both in [0, 100]; equal where it is known exactly
     * @return the copy
     * @throws IllegalArgumentException if a bound is out of range
     */
    public LoopCase withFairness(Interval bounds) {
        if (!FAIRNESS.contains(bounds.lower()) || !FAIRNESS.contains(bounds.upper())) {
            throw new IllegalArgumentException("fairness must be in [0, 100], but was " + bounds);
        }
        return new LoopCase(followUp, contactedAt, turns, Optional.of(bounds), later);
    }

    /**
     * Returns a copy that says how fair the recovery was, by the bounds of its score: where what is not known could decide whether it was fair,
     * nobody can say whether the recovery failed.
     *
     * @param score the score of the case
     * @return the copy, with the bounds of the score
     * @throws IllegalArgumentException if the score is partial
     */
    public LoopCase withFairness(CaseFairness score) {
        if (score.notes().contains(CaseFairness.Note.PARTIAL)) {
            throw new IllegalArgumentException("fairness must be of all dimensions, but was partial: " + score);
        }
        return withFairness(score.bounds());
    }

    /**
     * Returns a copy that knows what the customer said, in any order. Answers to other questions, earlier ones, and ones that were not given
     * are set aside. Where a response or the bad answer is anonymous, the caller vouches for their being of one person.
     *
     * @param responses the customer's responses; the bad answer itself may be among them
     * @return the copy
     * @throws IllegalArgumentException if a response is another customer's, if the same question was asked on another scale, or if another
     *     answer to it came in at the very instant of the bad one, so that nobody can tell which was first
     */
    public LoopCase withResponses(Collection<SurveyResponse> responses) {
        return new LoopCase(
                followUp,
                contactedAt,
                turns,
                fairness,
                responses.stream()
                        .filter(this::isLater)
                        .sorted(Comparator.comparing(SurveyResponse::answeredAt))
                        .toList());
    }

    private boolean isLater(SurveyResponse response) {
        SurveyResponse bad = followUp.response();
        Optional<Customer> one = bad.customer();
        Optional<Customer> other = response.customer();
        if (one.isPresent()
                && other.isPresent()
                && !one.get().id().equals(other.get().id())) {
            throw new IllegalArgumentException(
                    "responses must be of the customer to follow up, but one was another's: " + response);
        }
        if (!response.question().equals(bad.question())
                || Standing.of(followUp.measure(), response) == Standing.NOT_GIVEN) {
            return false;
        }
        if (response.answeredAt().equals(bad.answeredAt()) && !response.answer().equals(bad.answer())) {
            throw new IllegalArgumentException(
                    "two different answers to one question at one instant have no order: " + bad + " and " + response);
        }
        return response.answeredAt().isAfter(bad.answeredAt());
    }

    /**
     * Returns the follow-up.
     *
     * @return the follow-up
     */
    public FollowUp followUp() {
        return followUp;
    }

    boolean isOpenedBy(Instant now) {
        return !followUp.response().answeredAt().isAfter(now);
    }

    Decision contactedInTime(Instant now) {
        if (contactedAt.isPresent() && !contactedAt.get().isAfter(now)) {
            return Decision.of(!contactedAt.get().isAfter(followUp.due()));
        }
        return now.isAfter(followUp.due()) ? Decision.NO : Decision.PENDING;
    }

    boolean isResolved(Instant now) {
        return turns(now) % 2 == 1;
    }

    boolean wasEverResolved(Instant now) {
        return turns(now) > 0;
    }

    private long turns(Instant now) {
        return turns.stream().filter(instant -> !instant.isAfter(now)).count();
    }

    /** By the next answer; of several at one instant the worst. */
    Decision recovered(Instant now) {
        if (later.isEmpty() || later.get(0).answeredAt().isAfter(now)) {
            return Decision.PENDING;
        }
        Instant next = later.get(0).answeredAt();
        return Decision.of(later.stream()
                .filter(response -> response.answeredAt().equals(next))
                .allMatch(response -> Standing.of(followUp.measure(), response) == Standing.GOOD));
    }

    Decision failedAgain(Instant now, double fairFrom) {
        if (turns(now) > 1) {
            return Decision.YES;
        }
        if (fairness.isEmpty()) {
            return Decision.UNKNOWN;
        }
        Interval bounds = fairness.get();
        double least = fairFrom - ROUNDING;
        return bounds.upper() < least ? Decision.YES : bounds.lower() >= least ? Decision.NO : Decision.UNKNOWN;
    }

    /**
     * Shows when the bad answer was given and what is known since; not who gave it.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "LoopCase[" + followUp.response() + ", due " + followUp.due()
                + contactedAt.map(instant -> ", contacted " + instant).orElse("") + ", "
                + (turns.size() % 2 == 1 ? "resolved" : turns.isEmpty() ? "not resolved" : "reopened") + ", "
                + later.size() + (later.size() == 1 ? " later answer]" : " later answers]");
    }
}
