package io.github.cxkit.examples.programs;

import static io.github.cxkit.metrics.time.Waits.toWaits;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.CaseWaits;
import io.github.cxkit.metrics.cases.ReplyClock;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.hours.OpeningHours;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.WaitSpan;
import io.github.cxkit.metrics.time.Waits;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Evidence;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessMean;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.Promptness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A help desk's monthly report: how long customers wait by team, whether the promise is kept, and whether refunds are fair. */
public final class HelpDesk {

    /** A ticket as the ticket system exports it. */
    public record Ticket(
            String id,
            String team,
            Instant opened,
            @Nullable Instant resolved,
            BigDecimal billed,
            BigDecimal refund,
            List<TicketEvent> history) {}

    /** A line of a ticket's history; the agent is null where the customer acted. */
    public record TicketEvent(
            Instant at, String what, @Nullable String agent) {}

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);
    private static final Duration PROMISED = Duration.ofDays(2);
    private static final OpeningHours DESK =
            OpeningHours.in(ZONE).withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(17, 0));

    private final List<Ticket> tickets;
    private final Instant now;

    /** Starts on the tickets that there were at an instant. */
    public HelpDesk(List<Ticket> tickets, Instant now) {
        this.tickets = tickets;
        this.now = now;
    }

    private static WaitSpan wait(Ticket ticket) {
        return new WaitSpan(ticket.opened(), Optional.ofNullable(ticket.resolved()));
    }

    private List<String> waitsByTeam() {
        Map<String, Waits> byTeam = tickets.stream()
                .collect(groupingBy(Ticket::team, TreeMap::new, toWaits(now, RESOLUTION, HelpDesk::wait)));
        List<String> lines = new ArrayList<>();
        byTeam.forEach((team, waits) -> lines.add(team + ": 90 of 100 resolved after "
                + waits.kaplanMeier()
                        .percentile(90)
                        .map(p90 -> p90.estimate().toString())
                        .orElse("nobody knows yet")
                + ", " + waits.openCount() + " of " + waits.count() + " still open"));
        return lines;
    }

    private Map<YearMonth, Waits> byMonth() {
        return tickets.stream()
                .collect(groupingBy(
                        ticket -> YearMonth.from(ticket.opened().atZone(ZONE)),
                        TreeMap::new,
                        toWaits(now, RESOLUTION, HelpDesk::wait)));
    }

    private List<String> promiseByMonth() {
        List<String> lines = new ArrayList<>();
        byMonth().forEach((month, waits) -> {
            TargetAttainment kept = TargetAttainment.of(waits, PROMISED);
            String share = kept.isEmpty() ? "nothing decided" : kept.estimate().toString();
            lines.add(month + ": " + share + ", " + kept.pending() + " pending, at the end between "
                    + percent(kept.bounds().lower()) + " and "
                    + percent(kept.bounds().upper()));
        });
        return lines;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f%%", value);
    }

    /** The geometric means have a change in per cent; while cases are open there is no verdict on it. */
    private List<String> resolutionTime(YearMonth before, YearMonth after) {
        Map<YearMonth, Waits> byMonth = byMonth();
        Waits old = byMonth.getOrDefault(before, Waits.over(RESOLUTION));
        Waits latest = byMonth.getOrDefault(after, Waits.over(RESOLUTION));
        if (old.closedOnly().isEmpty() || latest.closedOnly().isEmpty()) {
            return List.of("resolution time: too few closed tickets");
        }
        Change change = Change.between(
                old.closedOnly().geometricMean(), latest.closedOnly().geometricMean());
        List<String> lines = new ArrayList<>();
        lines.add("resolution time: " + change.difference() + ", " + change.verdict());
        lines.addAll(change.caveats());
        return lines;
    }

    private static List<CaseEvent> events(Ticket ticket) {
        CaseId id = CaseId.of(ticket.id());
        List<CaseEvent> events = new ArrayList<>();
        events.add(CaseEvent.opened(id, ticket.opened(), 0, Party.CUSTOMER));
        for (TicketEvent line : ticket.history()) {
            long sequence = events.size();
            events.add(
                    switch (line.what()) {
                        case "message" -> CaseEvent.contacted(id, line.at(), sequence);
                        case "reply" -> CaseEvent.replied(id, line.at(), sequence, handler(line.agent()));
                        default -> throw new IllegalArgumentException("unknown event: " + line.what());
                    });
        }
        if (ticket.resolved() != null) {
            events.add(CaseEvent.resolved(id, ticket.resolved(), events.size(), Party.COMPANY));
        }
        return events;
    }

    private static Handler handler(@Nullable String agent) {
        return agent == null ? Handler.bot() : Handler.person().withId(agent);
    }

    private List<String> firstResponseByTeam() {
        Map<String, List<CaseTimeline>> byTeam = tickets.stream()
                .collect(groupingBy(
                        Ticket::team, TreeMap::new, mapping(ticket -> CaseTimeline.of(events(ticket)), toList())));
        List<String> lines = new ArrayList<>();
        byTeam.forEach((team, cases) -> {
            Waits waits = CaseWaits.seenAt(now, ReplyClock.FIRST, cases).in(ChronoUnit.MINUTES, DESK);
            lines.add(team + ": first response "
                    + waits.kaplanMeier()
                            .median()
                            .map(median -> median.estimate().toString())
                            .orElse("unknown")
                    + " of opening hours");
        });
        return lines;
    }

    /** What the desk knows of a refund case; nobody recorded how the customer was met. */
    private static RecoveryCase facts(Ticket ticket) {
        return RecoveryCase.of(Failure.outcome())
                .withEvents(events(ticket))
                .withHandling(Handling.UNKNOWN
                        .withFirstResponse(Promptness.within(Duration.ofHours(4)))
                        .withResolution(Promptness.within(PROMISED))
                        .withChannelSwitches(0))
                .withNotApplicable(Evidence.PROMISES, Evidence.CHOICE)
                .withRedress(Redress.UNKNOWN
                        .withLoss(Loss.of(Money.of(CurrencyUnit.EUR, ticket.billed())))
                        .withCompensation(Compensation.of(Money.of(CurrencyUnit.EUR, ticket.refund())))
                        .withServiceAccepted(true));
    }

    private List<String> fairnessByTeam(FairnessDimension dimension) {
        Breakdown<String, FairnessMean> byTeam = tickets.stream()
                .filter(ticket -> ticket.billed().signum() > 0)
                .collect(Breakdown.by(
                        Ticket::team,
                        FairnessMean.toFairnessMean(dimension, FairnessScorer.withDefaults(), HelpDesk::facts)));
        List<String> lines = new ArrayList<>();
        for (Breakdown.Group<String, FairnessMean> group : byTeam.groups()) {
            lines.add(group.key() + ": " + dimension + " "
                    + (group.score().isEmpty() ? "unknown" : group.score().estimate()));
        }
        byTeam.comparisons()
                .forEach(comparison -> lines.add(comparison.key() + " against the other: " + comparison.verdict()));
        return lines;
    }

    /** Returns the report. */
    public List<String> run() {
        List<String> lines = new ArrayList<>(waitsByTeam());
        lines.addAll(promiseByMonth());
        lines.addAll(resolutionTime(YearMonth.of(2026, 4), YearMonth.of(2026, 5)));
        lines.addAll(resolutionTime(YearMonth.of(2026, 5), YearMonth.of(2026, 6)));
        lines.addAll(firstResponseByTeam());
        lines.addAll(fairnessByTeam(FairnessDimension.PROCESS));
        lines.addAll(fairnessByTeam(FairnessDimension.COMPENSATION));
        return lines;
    }

    /** Prints the report. */
    public static void main(String[] args) {
        Instant now = Instant.parse("2026-06-29T16:00:00Z");
        new HelpDesk(MadeUpData.tickets(now), now).run().forEach(System.out::println);
    }
}
