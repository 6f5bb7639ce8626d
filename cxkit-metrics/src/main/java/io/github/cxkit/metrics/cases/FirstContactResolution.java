package io.github.cxkit.metrics.cases;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseEvent.Kind;
import io.github.cxkit.core.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * When a case counts as resolved at the customer's first contact.
 *
 * <p>The customer got in touch once, the case was resolved, and within the window after the resolution the customer did not get in touch again and nobody
 * reopened the case. With a window of 7 days, a case resolved on 1 March with the next contact on 5 March was not; with that contact on 9 March it was.
 *
 * <pre>{@code
 * FirstContactResolution rule = FirstContactResolution.within(Duration.ofDays(7));
 * rule.verdict(timeline, now);
 * rule.count(timelines, now).share();
 * }</pre>
 *
 * <ul>
 *   <li>The window is half open, from the first resolution after the first contact, and has no default: the longer it is, the lower the share.
 *   <li>Until the window is over a case may still come back; it is PENDING, as is an open case after one contact.
 *   <li>A contact over any channel counts, unless {@link #countingSameChannelOnly()}.
 *   <li>A case that the company opened is judged by what follows the customer's first contact.
 *   <li>Only contacts of the same case are seen. Where a customer who comes back gets a new case, join the two before.
 *   <li>How many replies there were does not matter. What customers themselves say in a survey is another measure.
 * </ul>
 */
public final class FirstContactResolution {

    private final Duration window;
    private final boolean sameChannelOnly;

    private FirstContactResolution(Duration window, boolean sameChannelOnly) {
        this.window = window;
        this.sameChannelOnly = sameChannelOnly;
    }

    /**
     * Returns the rule with a window, contacts over every channel counting.
     *
     * @param window how long after the resolution the customer must not come back, more than 0
     * @return the rule
     * @throws IllegalArgumentException if the window is not more than 0
     */
    public static FirstContactResolution within(Duration window) {
        Objects.requireNonNull(window, "window");
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("window must be more than 0, but was " + window);
        }
        return new FirstContactResolution(window, false);
    }

    /**
     * Returns a copy for which a further contact counts only over the channel of the first. A reopening counts over every channel.
     *
     * @return the copy
     */
    public FirstContactResolution countingSameChannelOnly() {
        return new FirstContactResolution(window, true);
    }

    /**
     * Returns the window.
     *
     * @return more than 0
     */
    public Duration window() {
        return window;
    }

    /**
     * Returns whether a case was resolved at first contact.
     *
     * @param timeline the case
     * @param seenAt the instant of the judgement; later events are set aside
     * @return the verdict
     */
    public FirstContactVerdict verdict(CaseTimeline timeline, Instant seenAt) {
        return judge(timeline, seenAt).verdict();
    }

    /**
     * Returns the verdicts over many cases.
     *
     * @param timelines the cases, each once
     * @param seenAt the instant of the judgement; later events are set aside
     * @return how many there are of each
     * @throws IllegalArgumentException if two timelines are of the same case
     */
    public FirstContactCounts count(Collection<CaseTimeline> timelines, Instant seenAt) {
        CaseWaits.checkThatAllDiffer(timelines);
        Map<FirstContactVerdict, Long> counts = new EnumMap<>(FirstContactVerdict.class);
        long notButResolved = 0;
        for (CaseTimeline timeline : timelines) {
            Judgement judgement = judge(timeline, seenAt);
            counts.merge(judgement.verdict(), 1L, Long::sum);
            boolean isNot = judgement.verdict() == FirstContactVerdict.NOT_AT_FIRST_CONTACT;
            notButResolved += isNot && judgement.isWindowOver() ? 1 : 0;
        }
        return new FirstContactCounts(this, counts, notButResolved);
    }

    /** A verdict, and whether the case was resolved so long ago that its window is over. */
    private record Judgement(FirstContactVerdict verdict, boolean isWindowOver) {}

    private Judgement judge(CaseTimeline timeline, Instant seenAt) {
        List<CaseEvent> known = timeline.events().stream()
                .filter(event -> !event.at().isAfter(seenAt))
                .toList();
        Optional<CaseEvent> first =
                known.stream().filter(CaseTimeline::isContact).findFirst();
        if (first.isEmpty()) {
            return new Judgement(FirstContactVerdict.NO_CONTACT, false);
        }
        List<CaseEvent> after = known.subList(known.indexOf(first.get()) + 1, known.size());
        Optional<CaseEvent> resolution =
                after.stream().filter(event -> event.kind() == Kind.RESOLVED).findFirst();
        Optional<Instant> until = resolution.map(resolved -> endOfWindow(resolved.at()));
        boolean isOver = until.filter(end -> !end.isAfter(seenAt)).isPresent();
        boolean isUnclear = false;
        boolean isResolved = false;
        boolean isClosed = false;
        for (CaseEvent event : after) {
            if (until.filter(end -> !event.at().isBefore(end)).isPresent()) {
                break;
            }
            isResolved |= event.kind() == Kind.RESOLVED;
            isClosed |= event.kind() == Kind.CLOSED;
            Comeback comeback = comeback(first.get().channel(), event);
            if (comeback == Comeback.YES) {
                // Put away without a resolution, the matter may have been settled so long ago that the window was over.
                boolean mayHaveBeenSettled = !isResolved && (isClosed || event.kind() == Kind.REOPENED);
                return new Judgement(
                        mayHaveBeenSettled ? FirstContactVerdict.UNKNOWN : FirstContactVerdict.NOT_AT_FIRST_CONTACT,
                        isOver);
            }
            isUnclear |= comeback == Comeback.UNCLEAR;
        }
        if (isUnclear || (isClosed && resolution.isEmpty())) {
            return new Judgement(FirstContactVerdict.UNKNOWN, isOver);
        }
        return new Judgement(
                isOver ? FirstContactVerdict.RESOLVED_AT_FIRST_CONTACT : FirstContactVerdict.PENDING, isOver);
    }

    /** Nobody looks from beyond the last instant there is. */
    private Instant endOfWindow(Instant resolved) {
        return window.compareTo(Duration.between(resolved, Instant.MAX)) < 0 ? resolved.plus(window) : Instant.MAX;
    }

    private enum Comeback {
        YES,
        UNCLEAR,
        NO
    }

    private Comeback comeback(Optional<Channel> firstChannel, CaseEvent event) {
        if (event.kind() == Kind.REOPENED) {
            return Comeback.YES;
        }
        if (!CaseTimeline.isContact(event)) {
            return Comeback.NO;
        }
        if (!sameChannelOnly) {
            return Comeback.YES;
        }
        if (firstChannel.isEmpty() || event.channel().isEmpty()) {
            return Comeback.UNCLEAR;
        }
        return firstChannel.equals(event.channel()) ? Comeback.YES : Comeback.NO;
    }

    /** Two rules of the same name are equal. */
    String label() {
        long days = window.toDays();
        String shown = window.equals(Duration.ofDays(days)) ? days + " d" : window.toString();
        return "resolved at first contact, window " + shown + (sameChannelOnly ? ", same channel" : "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FirstContactResolution that
                && window.equals(that.window)
                && sameChannelOnly == that.sameChannelOnly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(window, sameChannelOnly);
    }

    /**
     * Returns the rule in words.
     *
     * @return for example {@code resolved at first contact, window 7 d}
     */
    @Override
    public String toString() {
        return label();
    }
}
