package io.github.cxkit.metrics.cases;

import static java.util.Comparator.comparing;

import io.github.cxkit.core.CaseId;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The waits of many cases by one clock, as they were known at an instant, and how many cases gave none, and why.
 *
 * <p>Of 24,918 incidents, 1,556 of them closed without a resolution, {@link ResolutionClock#TO_LAST} gives 23,362 waits, and 1,556 {@link #unknown()}.
 *
 * <pre>{@code
 * CaseWaits firstReplies = CaseWaits.seenAt(now, ReplyClock.FIRST, timelines);
 * firstReplies.in(ChronoUnit.MINUTES);     // Waits, those that go on included
 * firstReplies.withoutWait();              // cases in which no customer got in touch
 * }</pre>
 *
 * <ul>
 *   <li>Later knowledge is set aside: of each case only the events at the instant and before count.
 *   <li>A clock may be started several times per case, as by {@link ReplyClock#ALL}; figures are then per wait, not per case.
 * </ul>
 */
public final class CaseWaits {

    private final CaseClock clock;
    private final Instant seenAt;
    private final List<OfCase> waits;
    private final long cases;
    private final long withoutWait;
    private final long unknown;
    private final long later;
    private final long onHold;

    /** A wait, and the case in which the customer waited. */
    private record OfCase(CaseId caseId, WaitSpan span) {}

    private CaseWaits(
            CaseClock clock,
            Instant seenAt,
            List<OfCase> waits,
            long cases,
            long withoutWait,
            long unknown,
            long later,
            long onHold) {
        this.clock = clock;
        this.seenAt = seenAt;
        this.waits = waits;
        this.cases = cases;
        this.withoutWait = withoutWait;
        this.unknown = unknown;
        this.later = later;
        this.onHold = onHold;
    }

    /**
     * Returns the waits of cases as they were known at an instant.
     *
     * @param seenAt the instant
     * @param clock the clock
     * @param timelines the cases, each once
     * @return the waits
     * @throws IllegalArgumentException if two timelines are of the same case
     */
    public static CaseWaits seenAt(Instant seenAt, CaseClock clock, Collection<CaseTimeline> timelines) {
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(clock, "clock");
        CaseTimeline.checkThatAllDiffer(timelines);
        List<OfCase> waits = new ArrayList<>();
        long withoutWait = 0;
        long unknown = 0;
        long later = 0;
        long onHold = 0;
        for (CaseTimeline timeline : timelines) {
            Optional<CaseTimeline> known = timeline.seenAt(seenAt);
            if (known.isEmpty()) {
                later++;
                continue;
            }
            List<Optional<WaitSpan>> read = clock.read(known.get());
            read.forEach(each -> each.ifPresent(wait -> waits.add(new OfCase(timeline.caseId(), wait))));
            onHold += isOnHold(read, known.get().holds(), seenAt) ? 1 : 0;
            withoutWait += read.isEmpty() ? 1 : 0;
            unknown += read.stream().filter(Optional::isEmpty).count();
        }
        waits.sort(comparing((OfCase each) -> each.span().from())
                .thenComparing(each -> each.span().until().orElse(Instant.MAX)));
        return new CaseWaits(
                clock, seenAt, List.copyOf(waits), timelines.size() - later, withoutWait, unknown, later, onHold);
    }

    private static boolean isOnHold(List<Optional<WaitSpan>> read, List<WaitSpan.Hold> holds, Instant seenAt) {
        return read.stream().flatMap(Optional::stream).anyMatch(wait -> {
            Duration all = wait.withHolds(List.of()).lastedBy(seenAt);
            return wait.withHolds(holds).lastedBy(seenAt).compareTo(all) < 0;
        });
    }

    /**
     * Returns the clock.
     *
     * @return the clock
     */
    public CaseClock clock() {
        return clock;
    }

    /**
     * Returns the instant at which the cases were seen.
     *
     * @return the instant
     */
    public Instant seenAt() {
        return seenAt;
    }

    /**
     * Returns the waits.
     *
     * @return by start, then by end, those that go on last; unmodifiable
     */
    public List<WaitSpan> waits() {
        return waits.stream().map(OfCase::span).toList();
    }

    /**
     * Returns how many cases had begun.
     *
     * @return 0 or more
     */
    public long cases() {
        return cases;
    }

    /**
     * Returns how many of {@link #cases()} never started the clock, such as cases without a contact by the customer for a reply clock.
     *
     * @return 0 or more
     */
    public long withoutWait() {
        return withoutWait;
    }

    /**
     * Returns how many clocks have no known start or no known end, such as those of cases closed without a resolution. They are in no figure.
     *
     * @return 0 or more; clocks, of which {@link ResolutionClock#PER_CYCLE} has several per case
     */
    public long unknown() {
        return unknown;
    }

    /**
     * Returns how many cases were left out, because all their events are later than {@link #seenAt()}.
     *
     * @return 0 or more, not in {@link #cases()}
     */
    public long later() {
        return later;
    }

    /**
     * Returns how many cases were on hold for a part of a wait. That time is in the figures, unless the clock leaves it out, which its label says.
     *
     * @return 0 or more, in {@link #cases()}
     */
    public long onHold() {
        return onHold;
    }

    /**
     * Returns the lengths of the waits, those that go on included, under the label of the clock.
     *
     * @param unit milliseconds, seconds, minutes, hours or days; a day is 24 hours
     * @return the waits, by the clock on the wall
     * @throws IllegalArgumentException if the unit is none of those named
     */
    public Waits in(ChronoUnit unit) {
        return Waits.seenAt(seenAt, Timing.of(clock.label(), unit), waits());
    }

    /**
     * Returns the lengths of the waits in opening hours, those that go on included, under the label of the clock and "in opening hours".
     *
     * @param unit milliseconds, seconds, minutes or hours
     * @param hours the opening hours
     * @return the waits
     * @throws IllegalArgumentException if the unit is none of those named
     */
    public Waits in(ChronoUnit unit, OpeningHours hours) {
        Objects.requireNonNull(hours, "hours");
        return in(unit, caseId -> hours);
    }

    /**
     * Returns the lengths of the waits, each in the opening hours of its own case, as where teams in several countries have calendars of their own.
     *
     * @param unit milliseconds, seconds, minutes or hours
     * @param hours a case's opening hours, not null; what the function throws is thrown
     * @return the waits
     * @throws IllegalArgumentException if the unit is none of those named
     */
    public Waits in(ChronoUnit unit, Function<CaseId, OpeningHours> hours) {
        return counted(Timing.inOpeningHours(clock.label(), unit), hours);
    }

    /**
     * Returns the lengths of the waits in working days, under the label of the clock and "in working days".
     *
     * @param hours the opening hours
     * @return the waits
     */
    public Waits inWorkingDays(OpeningHours hours) {
        Objects.requireNonNull(hours, "hours");
        return inWorkingDays(caseId -> hours);
    }

    /**
     * Returns the lengths of the waits in working days, each by the opening hours of its own case.
     *
     * @param hours a case's opening hours, not null; what the function throws is thrown
     * @return the waits
     */
    public Waits inWorkingDays(Function<CaseId, OpeningHours> hours) {
        return counted(Timing.inWorkingDays(clock.label()), hours);
    }

    private Waits counted(Timing timing, Function<CaseId, OpeningHours> hours) {
        Objects.requireNonNull(hours, "hours");
        return waits.stream().collect(Waits.toWaits(seenAt, timing, each -> hours.apply(each.caseId()), OfCase::span));
    }

    /**
     * Returns what was read, how many cases gave nothing and, if any were, how many were on hold.
     *
     * @return for example {@code first reply, seen at 2026-03-02T09:00:00Z: waits=2, cases=3, without wait=1, unknown=0, later=0, on hold=1}
     */
    @Override
    public String toString() {
        return clock.label() + ", seen at " + seenAt + ": waits=" + waits.size() + ", cases=" + cases
                + ", without wait=" + withoutWait + ", unknown=" + unknown + ", later=" + later
                + (onHold == 0 ? "" : ", on hold=" + onHold);
    }
}
