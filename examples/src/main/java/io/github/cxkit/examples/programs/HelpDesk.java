package io.github.cxkit.examples.programs;

import static io.github.cxkit.metrics.time.TargetAttainment.toDueAttainment;
import static io.github.cxkit.metrics.time.Waits.toWaits;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.flatMapping;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.ReadScore;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.ReplyClock;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A help desk's report: how long customers wait by team, and whether the promise is kept. Its lesson: collect waits, open cases included, and
 * say what is to be read from them.
 */
public final class HelpDesk {

    /** A ticket as the ticket system exports it. */
    public record Ticket(
            String id,
            String team,
            Instant opened,
            @Nullable Instant resolved,
            BigDecimal billed,
            BigDecimal refund,
            List<TicketEvent> history) {

        WaitSpan span() {
            return new WaitSpan(opened, Optional.ofNullable(resolved));
        }

        List<CaseEvent> events() {
            CaseId caseId = CaseId.of(id);
            List<CaseEvent> events = new ArrayList<>(List.of(CaseEvent.opened(caseId, opened, 0, Party.CUSTOMER)));
            history.forEach(line -> events.add(
                    line.isMessage()
                            ? CaseEvent.contacted(caseId, line.at(), events.size())
                            : CaseEvent.replied(caseId, line.at(), events.size(), line.handler())));
            span().until().ifPresent(at -> events.add(CaseEvent.resolved(caseId, at, events.size(), Party.COMPANY)));
            return events;
        }
    }

    /** A line of a ticket's history: a customer's message, or a reply of an agent or, where that is null, of the bot. */
    public record TicketEvent(
            Instant at, boolean isMessage, @Nullable String agent) {

        private Handler handler() {
            return agent == null ? Handler.bot() : Handler.person().withId(agent);
        }
    }

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);
    private static final Timing FIRST_RESPONSE = Timing.of("first response in opening hours", ChronoUnit.MINUTES);
    static final Duration PROMISED = Duration.ofDays(2);
    private static final OpeningHours DESK =
            OpeningHours.in(ZONE).withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(17, 0));

    private final List<Ticket> tickets;
    private final Collector<Ticket, ?, Waits> resolutions;
    private final Instant now;

    /** Starts on the tickets that there were at an instant. */
    public HelpDesk(List<Ticket> tickets, Instant now) {
        this.tickets = tickets;
        this.now = now;
        this.resolutions = toWaits(now, RESOLUTION, Ticket::span);
    }

    /** After how long 90 of 100 tickets were resolved; {@code material()} tells how many are open. */
    public Breakdown<String, ReadScore<Waits>> resolutionByTeam() {
        return tickets.stream()
                .collect(Breakdown.by(
                        Ticket::team, resolutions, w -> w.kaplanMeier().percentile(90)));
    }

    /** After how long half of the customers had a person's reply. */
    public Breakdown<String, ReadScore<Waits>> firstResponseByTeam() {
        return tickets.stream()
                .collect(Breakdown.by(
                        Ticket::team,
                        flatMapping(
                                t -> ReplyClock.FIRST.waits(CaseTimeline.of(t.events())).stream(),
                                toWaits(now, FIRST_RESPONSE, DESK, (WaitSpan span) -> span)),
                        w -> w.kaplanMeier().median()));
    }

    /** The promise among all tickets: what is pending has no verdict. */
    public Trend<TargetAttainment> promiseByMonth() {
        return byMonth(collectingAndThen(resolutions, waits -> TargetAttainment.of(waits, PROMISED)));
    }

    /** The promise among those that it is over for: months can be compared. */
    public Trend<TargetAttainment> duePromiseByMonth() {
        return byMonth(toDueAttainment(now, RESOLUTION, PROMISED, Ticket::span));
    }

    /** The geometric mean of closed tickets, whose change is in per cent; while tickets are open there is no verdict on it. */
    public Trend<ReadScore<Waits>> resolutionByMonth() {
        return byMonth(ReadScore.reading(
                resolutions,
                w -> Optional.of(w.closedOnly()).filter(d -> !d.isEmpty()).map(d -> d.geometricMean())));
    }

    private <S extends MergeableScore<?>> Trend<S> byMonth(Collector<Ticket, ?, S> score) {
        return tickets.stream().collect(Trend.by(Ticket::opened, CalendarPeriod.MONTH, ZONE, score));
    }

    /** Prints the report. */
    public static void main(String[] args) {
        Instant now = Instant.parse("2026-06-29T16:00:00Z");
        HelpDesk desk = new HelpDesk(MadeUpData.tickets(now), now);
        System.out.println(desk.resolutionByTeam());
        System.out.println(desk.firstResponseByTeam());
        System.out.println(desk.duePromiseByMonth());
        System.out.println(desk.resolutionByMonth());
    }
}
