package io.github.cxkit.metrics.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseEvent.Kind;
import io.github.cxkit.core.Channel;
import io.github.cxkit.metrics.OpenShare;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
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
 * rule.count(timelines, now).share();    // of the decided, and the bounds of all
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

    /** Whether a case was resolved at the customer's first contact, as far as was known at an instant. */
    public enum Verdict {
        /** Resolved after one contact, with neither a further contact nor a reopening until the window was over. */
        RESOLVED_AT_FIRST_CONTACT,
        /** The customer got in touch again before the resolution or within the window, or the case was reopened within the window. */
        NOT_AT_FIRST_CONTACT,
        /** Not decided yet: the case is open, or its window is not over. */
        PENDING,
        /** Cannot be told: closed or reopened without a resolution, or over a channel that is not known. */
        UNKNOWN,
        /** The customer never got in touch about the case. */
        NO_CONTACT
    }

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
    public Verdict verdict(CaseTimeline timeline, Instant seenAt) {
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
    public Counts count(Collection<CaseTimeline> timelines, Instant seenAt) {
        CaseTimeline.checkThatAllDiffer(timelines);
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        long notButResolved = 0;
        for (CaseTimeline timeline : timelines) {
            Judgement judgement = judge(timeline, seenAt);
            counts.merge(judgement.verdict(), 1L, Long::sum);
            boolean isNot = judgement.verdict() == Verdict.NOT_AT_FIRST_CONTACT;
            notButResolved += isNot && judgement.isWindowOver() ? 1 : 0;
        }
        return new Counts(this, counts, notButResolved);
    }

    /** A verdict, and whether the case was resolved so long ago that its window is over. */
    private record Judgement(Verdict verdict, boolean isWindowOver) {}

    private Judgement judge(CaseTimeline timeline, Instant seenAt) {
        List<CaseEvent> known = timeline.events().stream()
                .filter(event -> !event.at().isAfter(seenAt))
                .toList();
        Optional<CaseEvent> first =
                known.stream().filter(CaseTimeline::isContact).findFirst();
        if (first.isEmpty()) {
            return new Judgement(Verdict.NO_CONTACT, false);
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
                return new Judgement(mayHaveBeenSettled ? Verdict.UNKNOWN : Verdict.NOT_AT_FIRST_CONTACT, isOver);
            }
            isUnclear |= comeback == Comeback.UNCLEAR;
        }
        if (isUnclear || (isClosed && resolution.isEmpty())) {
            return new Judgement(Verdict.UNKNOWN, isOver);
        }
        return new Judgement(isOver ? Verdict.RESOLVED_AT_FIRST_CONTACT : Verdict.PENDING, isOver);
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

    /**
     * How many of many cases were resolved at first contact, were not, or are not decided.
     *
     * <p>Of 10 cases, 6 resolved at first contact, 2 not, 1 pending and 1 unknown: {@link #share()} is 75 % of those decided, and 60 to 80 % of all, whatever becomes of the
     * undecided two.
     *
     * <ul>
     *   <li>{@link #share()} is of all decided cases, resolved or not. While windows are running it is too low: a customer who comes back is known at once, one who does not
     *       only when the window is over.
     *   <li>{@link #shareOfResolved()} is of the cases resolved so long ago that the window is over, which mends that; cases never resolved are in neither part of it.
     *   <li>The two, and those of different rules, are different metrics and cannot be compared or merged by accident.
     * </ul>
     *
     * <p>Intervals: Wilson (1927), doi:10.1080/01621459.1927.10502953; bounds: {@link OpenShare}.
     */
    public static final class Counts {

        private final FirstContactResolution rule;
        private final Map<Verdict, Long> counts;
        private final long notButResolved;

        private Counts(FirstContactResolution rule, Map<Verdict, Long> counts, long notButResolved) {
            this.rule = rule;
            this.counts = counts;
            this.notButResolved = notButResolved;
        }

        /**
         * Returns the rule.
         *
         * @return the rule
         */
        public FirstContactResolution rule() {
            return rule;
        }

        /**
         * Returns how many cases have a verdict.
         *
         * @param verdict the verdict
         * @return 0 or more
         */
        public long count(Verdict verdict) {
            return counts.getOrDefault(verdict, 0L);
        }

        /**
         * Returns the share resolved at first contact, of all cases with a contact.
         *
         * @return the share of the decided cases, how many are pending and how many unknown, and the bounds over all
         */
        public OpenShare share() {
            long resolved = count(Verdict.RESOLVED_AT_FIRST_CONTACT);
            return new OpenShare(
                    Share.of(
                            ShareMetric.higherIsBetter(rule.label()),
                            resolved,
                            resolved + count(Verdict.NOT_AT_FIRST_CONTACT)),
                    count(Verdict.PENDING),
                    count(Verdict.UNKNOWN));
        }

        /**
         * Returns the share of the decided cases whose first resolution is so long ago that the window is over.
         *
         * @return the share, in per cent; without such cases it has no value
         */
        public Share shareOfResolved() {
            long resolved = count(Verdict.RESOLVED_AT_FIRST_CONTACT);
            return Share.of(
                    ShareMetric.higherIsBetter(rule.label() + ", of resolved cases"),
                    resolved,
                    resolved + notButResolved);
        }

        /**
         * Returns both shares in plain values; what JSON shows of it.
         *
         * @return that of the decided, which says how many are pending or unknown, and that of resolved cases
         */
        @JsonValue
        public List<ResultView> view() {
            return List.of(share().view(), shareOfResolved().view());
        }

        /**
         * Returns the rule and the counts.
         *
         * @return for example {@code resolved at first contact, window 7 d: 6 of 8 (1 pending, 1 unknown, 0 without contact)}
         */
        @Override
        public String toString() {
            Share decided = share().decided();
            return rule.label() + ": " + decided.counted() + " of " + decided.count() + " (" + count(Verdict.PENDING)
                    + " pending, " + count(Verdict.UNKNOWN) + " unknown, " + count(Verdict.NO_CONTACT)
                    + " without contact)";
        }
    }
}
