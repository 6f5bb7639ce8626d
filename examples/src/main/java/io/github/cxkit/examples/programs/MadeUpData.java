package io.github.cxkit.examples.programs;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.cxkit.examples.programs.FeedbackService.Feedback;
import io.github.cxkit.examples.programs.HelpDesk.Ticket;
import io.github.cxkit.examples.programs.HelpDesk.TicketEvent;
import io.github.cxkit.examples.programs.ModulePathProgram.Complaint;
import io.github.cxkit.examples.programs.ModulePathProgram.PanelMember;
import io.github.cxkit.examples.programs.NightlyBatch.AnswerRow;
import io.github.cxkit.examples.programs.NightlyBatch.CountRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The made-up rows of the programs in this package, the same in every run. */
final class MadeUpData {

    private MadeUpData() {}

    /** A form; answers get better as the number of happy customers of ten rises; every seventh customer skips the second question. */
    static Feedback form(int i, int happyOfTen) {
        boolean happy = i * 7 % 10 < happyOfTen;
        int recommend = happy ? 9 + i % 2 : i % 9;
        Integer satisfied = i % 7 == 0 ? null : Integer.valueOf(happy ? 6 + i % 2 : 2 + i % 4);
        return new Feedback(i % 4 == 0 ? "phone" : "app", recommend, satisfied, happy ? 7 : 3 + i % 3);
    }

    /** Answers of half a year: the north gets better in spring, the west has hardly any customers, the shop is closed in March. */
    static List<AnswerRow> answers() {
        Random random = new Random(2026);
        List<AnswerRow> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(181));
            String channel = day.getMonth() != Month.MARCH && i % 3 == 0 ? "shop" : "web";
            String region =
                    i % 400 == 0 ? "west" : List.of("east", "north", "south").get(random.nextInt(3));
            boolean happy = random.nextDouble() < (region.equals("north") && day.getMonthValue() > 3 ? 0.65 : 0.45);
            rows.add(new AnswerRow(
                    region,
                    channel,
                    day,
                    i % 11 == 0 ? null : Integer.valueOf(happy ? 9 + random.nextInt(2) : random.nextInt(9)),
                    i % 6 == 0 ? null : Integer.valueOf(happy ? 4 + random.nextInt(2) : 1 + random.nextInt(4)),
                    happy ? 6 + random.nextInt(2) : 2 + random.nextInt(4)));
        }
        return rows;
    }

    /** What the database would count in the same answers. */
    static List<CountRow> counts() {
        return answers().stream()
                .flatMap(row -> Optional.ofNullable(row.recommend()).stream()
                        .map(score -> new CountRow(row.region(), row.channel(), YearMonth.from(row.day()), score, 1)))
                .collect(groupingBy(row -> row, counting()))
                .entrySet()
                .stream()
                .map(e -> new CountRow(
                        e.getKey().region(),
                        e.getKey().channel(),
                        e.getKey().month(),
                        e.getKey().score(),
                        e.getValue()))
                .toList();
    }

    /** Tickets of three months; the billing team is slower, refunds less, and hands on more; from May on both are faster. */
    static List<Ticket> tickets(Instant now) {
        Random random = new Random(42);
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 360; i++) {
            boolean billing = i % 2 == 0;
            Instant opened = Instant.parse("2026-04-01T06:00:00Z")
                    .plus(Duration.ofDays(i / 4).plusMinutes(random.nextInt(540)));
            Instant replied = opened.plus(Duration.ofMinutes(10 + random.nextInt(billing ? 400 : 200)));
            double hours = (billing ? 40 : 22) * (i < 120 ? 1 : 0.6) * Math.exp(random.nextGaussian());
            Instant resolved = replied.plus(Duration.ofMinutes(2 + Math.round(60 * hours)));
            List<TicketEvent> history = new ArrayList<>(
                    List.of(new TicketEvent(opened, false, null), new TicketEvent(replied, false, "agent-" + i % 5)));
            if (billing && i % 4 == 0) {
                history.add(new TicketEvent(replied.plusSeconds(60), true, null));
                history.add(new TicketEvent(resolved.minusSeconds(30), false, "agent-" + (i + 1) % 5));
            }
            history.removeIf(line -> line.at().isAfter(now));
            BigDecimal billed = BigDecimal.valueOf(40 + i % 7 * 10L);
            tickets.add(new Ticket(
                    "T-" + i,
                    billing ? "billing" : "delivery",
                    opened,
                    resolved.isAfter(now) ? null : resolved,
                    i % 3 == 0 ? BigDecimal.ZERO : billed,
                    billed.multiply(BigDecimal.valueOf((billing ? 50 : 70) + random.nextInt(40), 2)),
                    history));
        }
        return tickets;
    }

    /** Complaints of three teams before and after one of them got a new process; the south has more broken goods, which are paid for less often. */
    static List<Complaint> complaints() {
        Random random = new Random(7);
        List<Complaint> complaints = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            String team = List.of("Aarhus", "Odense", "Esbjerg").get(i % 3);
            boolean after = random.nextBoolean();
            boolean better = after && team.equals("Aarhus");
            String region = random.nextBoolean() ? "north" : "south";
            String kind = random.nextInt(10) < (region.equals("south") ? 7 : 4) ? "broken" : "late";
            boolean paid = random.nextInt(10) < (kind.equals("broken") ? 6 : 9);
            int lost = 50 + 10 * random.nextInt(10);
            complaints.add(new Complaint(
                    team,
                    region,
                    kind,
                    after,
                    (better ? 8 : 24) + random.nextInt(36),
                    1 + random.nextInt(better ? 2 : 4),
                    random.nextInt(5) == 0 ? null : Double.valueOf((better ? 10 : random.nextInt(11)) / 10.0),
                    lost,
                    random.nextInt(12) == 0
                            ? null
                            : Integer.valueOf(paid ? lost * (60 + random.nextInt(50)) / 100 : 0)));
        }
        return complaints;
    }

    /** A panel in which more customers rise than fall. */
    static List<PanelMember> panel() {
        Random random = new Random(11);
        List<PanelMember> panel = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            int before = random.nextInt(11);
            int after = Math.max(0, Math.min(10, before + random.nextInt(7) - 2));
            panel.add(new PanelMember("C-" + i, before, after));
        }
        return panel;
    }
}
