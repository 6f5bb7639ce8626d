package io.github.cxkit.examples.times;

import io.github.cxkit.examples.csv.ReportHead;
import io.github.cxkit.examples.csv.Table;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.examples.times.Figure.Place;
import io.github.cxkit.metrics.BaseSize;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/** Writes a report for people. */
final class TextTimes {

    private static final String INDENT = "  ";

    private final TimesReport report;
    private final PrintWriter out;
    private final String intervalName;
    private final Map<Place, Map<String, Figure>> figures;
    private final Cells cells = new Cells();

    TextTimes(TimesReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
        this.intervalName = Text.percent(report.settings().confidence()) + " interval";
        this.figures = report.byPlace();
    }

    void write() {
        writeHead();
        for (TimesReport.Timed timed : report.clocks()) {
            writeClock(timed);
            report.breakdowns().forEach(by -> writeBreakdown(timed, by));
            report.compared().forEach(sides -> writeCompared(timed, sides));
        }
        writeMet();
        writeEffort();
        new TimesLegend(report, cells.warnings(), out).write();
        out.flush();
    }

    private void writeHead() {
        TimesReport.Input input = report.input();
        ReportHead head = new ReportHead(out);
        head.title("Waiting times in", input.source(), input.sample());
        head.rows(
                input.rows(),
                input.badRows(),
                "; " + (input.events() ? "each is an event of a case" : "each is a case"));
        if (input.casesLeftOut() > 0) {
            out.println(
                    input.casesLeftOut() + (input.casesLeftOut() == 1 ? " case is" : " cases are")
                            + " left out as a whole: rows of theirs are bad or contradict each other, so that their clocks are not known.");
        }
        out.println(report.cases() + (report.cases() == 1 ? " case" : " cases") + ", as known at "
                + InstantReader.show(report.seenAt(), report.settings().zone())
                + (report.settings().seenAt().isEmpty()
                        ? ", the latest time in the file (or else say --seen-at)."
                        : "."));
        if (report.notSelected() > 0) {
            out.println(report.notSelected() + (report.notSelected() == 1 ? " other case was" : " other cases were")
                    + " opened outside the span asked for.");
        }
        if (report.later() > 0) {
            out.println(report.later() + (report.later() == 1 ? " other case" : " other cases")
                    + " began later than that.");
        }
        if (report.settings().hours().isPresent()) {
            out.println(
                    "Times are opening hours: " + Text.oneLine(report.settings().hoursText()) + " ("
                            + report.settings().zone() + ").");
        }
        input.notes().forEach(out::println);
        head.details(input.badRows(), input.uses());
    }

    private void writeClock(TimesReport.Timed timed) {
        Place place = new Place(timed.label(), "", Figures.ALL);
        heading("Time to " + timed.label());
        Figure open = figure(place, Figures.OPEN);
        Figure unknown = figure(place, Figures.UNKNOWN);
        Figure without = figure(place, Figures.WITHOUT_WAIT);
        long stillOpen = open.counted().orElse(0);
        out.println(INDENT
                + over(timed.clock(), open.n() - stillOpen)
                + ", " + stillOpen + " " + timed.clock().notOver()
                + (count(unknown) > 0
                        ? ", " + count(unknown)
                                + " unknown (no time of resolution, though closed: neither open nor zero)"
                        : "")
                + (count(without) > 0 ? ", " + count(without) + " cases never started the clock" : "") + ".");
        long ended = count(figure(place, Figures.ENDED_UNANSWERED));
        if (ended > 0) {
            long helped = count(figure(place, Figures.RESOLVED_UNANSWERED));
            out.println(INDENT + "Of those waiting, " + ended
                    + (ended == 1 ? " is of a case" : " are of cases")
                    + " resolved or closed without a reply: these customers are taken to wait on."
                    + (helped > 0 ? " With --or-resolved, resolutions would end the wait in " + helped + "." : ""));
        }
        writeOpenOnes(timed, place, stillOpen);
        Table table = new Table("lrlrll", INDENT, 1);
        table.row("", "value", intervalName, "n", "method", "note");
        row(table, "median", figure(place, Figures.MEDIAN));
        row(table, "90th percentile", figure(place, Figures.P90));
        if (timed.openIncluded()) {
            row(table, timed.clock().notOver(), open);
            table.row("closed cases only", "", "", "", "", "");
            row(table, INDENT + "median", closedOnly(place, Figures.CLOSED_MEDIAN));
            row(table, INDENT + "90th percentile", closedOnly(place, Figures.CLOSED_P90));
        }
        String indent = timed.openIncluded() ? INDENT : "";
        row(table, indent + "mean", closedOnly(place, Figures.CLOSED_MEAN));
        row(table, indent + "geometric mean", closedOnly(place, Figures.CLOSED_GEOMETRIC_MEAN));
        timed.targets().forEach(target -> row(table, target, figure(place, target)));
        table.print(out);
        timed.targets().forEach(target -> writeBounds(place, target));
        timed.tolerances()
                .forEach(name -> find(place, name).flatMap(Figure::interval).ifPresent(bounds -> {
                    out.println(INDENT + Text.upperFirst(name) + ":");
                    out.println(
                            INDENT + INDENT + "from " + Cells.limits(bounds, 1)
                                    + "% of the waits, by the clock on the wall; what is known of customers allows no closer figure.");
                }));
    }

    private String over(Clock clock, long over) {
        if (!clock.isReply()) {
            return over + (clock.isPerWait() ? " waits" : " cases") + " are over";
        }
        return over
                + (clock.isPerWait() ? " times" : "")
                + (report.settings().endedByResolution() ? " answered or resolved" : " answered");
    }

    /** A figure of closed cases without the library's warning that it is one, which stands above it. */
    private Figure closedOnly(Place place, String metric) {
        Figure found = figure(place, metric);
        return found.note().startsWith("closed cases only") ? found.withNote("") : found;
    }

    /** What leaving out the open ones would do to the median, before any table. */
    private void writeOpenOnes(TimesReport.Timed timed, Place place, long stillOpen) {
        if (!timed.openIncluded()) {
            return;
        }
        Figure median = figure(place, Figures.MEDIAN);
        Figure closed = figure(place, Figures.CLOSED_MEDIAN);
        if (closed.value().isEmpty()) {
            return;
        }
        String half = median.value().isPresent()
                ? "The median is " + Cells.value(median) + "; closed cases only would say "
                : "Closed cases only would say ";
        out.println(INDENT
                + half
                + (Cells.value(closed).equals(Cells.value(median))
                        ? "the same, to a decimal."
                        : Cells.value(closed) + ", because they leave out the " + stillOpen + " "
                                + timed.clock().notOver() + "."));
    }

    private void writeBounds(Place place, String target) {
        Figure attained = figure(place, target);
        long pending = attained.pending().orElse(0);
        long met = attained.counted().orElse(0);
        out.println(INDENT + Text.upperFirst(target) + ": " + met + " met, " + (attained.n() - met) + " breached, "
                + pending + " pending"
                + find(place, target + Figures.BOUNDS)
                        .filter(bounds -> pending > 0)
                        .flatMap(Figure::interval)
                        .map(bounds ->
                                "; of all, from " + Cells.limits(bounds, 1) + "%, whatever becomes of the pending")
                        .orElse("")
                + ".");
    }

    private void row(Table table, String name, Figure figure) {
        table.row(
                name,
                Cells.value(figure),
                Cells.interval(figure),
                Long.toString(figure.n()),
                figure.method().isEmpty() ? "-" : method(figure),
                cells.note(figure));
    }

    private static String method(Figure figure) {
        boolean kaplanMeier = figure.method().equals("log-log");
        return kaplanMeier ? "Kaplan-Meier, open ones included" : Text.ascii(figure.method());
    }

    private void writeBreakdown(TimesReport.Timed timed, Breakdowns by) {
        heading("Time to " + timed.label() + " by " + Text.oneLine(by.title()));
        Table table = new Table("lrrrrlrlrl", INDENT, 1);
        table.row(
                "",
                "cases",
                "unknown",
                "open",
                "median",
                intervalName,
                "90th",
                intervalName,
                timed.openIncluded() ? "closed only" : "",
                "note");
        for (String group : by.groups().keySet()) {
            Place place = new Place(timed.label(), by.title(), group);
            Figure median = figure(place, Figures.MEDIAN);
            Figure p90 = figure(place, Figures.P90);
            long unknown = count(figure(place, Figures.UNKNOWN));
            table.row(
                    cells.label(group),
                    Long.toString(count(figure(place, Figures.CASES))),
                    unknown == 0 ? "" : Long.toString(unknown),
                    Long.toString(figure(place, Figures.OPEN).counted().orElse(0)),
                    Cells.value(median),
                    Cells.interval(median),
                    Cells.value(p90),
                    Cells.interval(p90),
                    timed.openIncluded() ? Cells.value(figure(place, Figures.CLOSED_MEDIAN)) : "",
                    cells.note(median.base() == BaseSize.SUPPRESSED ? median : p90));
        }
        table.print(out);
        find(new Place(timed.label(), by.title(), ""), Figures.LOG_RANK).ifPresent(this::writeLogRank);
        timed.targets().forEach(target -> writeTarget(timed.label(), by, target));
    }

    private void writeLogRank(Figure test) {
        String note = test.note().isEmpty() ? "" : "; " + Text.ascii(test.note());
        if (test.pValue().isEmpty()) {
            out.println(INDENT + "Log-rank test of all groups: none" + note + ".");
            return;
        }
        double p = test.pValue().getAsDouble();
        out.println(INDENT + "Log-rank test of all groups, open ones included: p " + Cells.pValue(p) + note + "; "
                + (p < 1 - report.settings().confidence()
                        ? "the groups do not wait equally long."
                        : "the cases do not tell the groups apart."));
    }

    private void writeTarget(String clock, Breakdowns by, String target) {
        heading(INDENT + (clock.isEmpty() ? target : clock + " " + target) + ", by " + Text.oneLine(by.title()));
        Table table = new Table("lrlrrrlrlrll", INDENT, 1);
        boolean compares = by.groups().keySet().stream()
                .anyMatch(group -> figure(new Place(clock, by.title(), group), target)
                        .rest()
                        .isPresent());
        table.row(
                "",
                "share",
                intervalName,
                "met",
                "breached",
                "pending",
                "bounds",
                compares ? "vs rest" : "",
                compares ? intervalName : "",
                compares ? "adj. p" : "",
                compares ? "verdict" : "",
                "note");
        for (String group : by.groups().keySet()) {
            Place place = new Place(clock, by.title(), group);
            Figure attained = figure(place, target);
            long met = attained.counted().orElse(0);
            long pending = attained.pending().orElse(0);
            String[] rest = Cells.rest(attained, compares);
            table.row(
                    cells.label(group),
                    Cells.value(attained),
                    Cells.interval(attained),
                    Long.toString(met),
                    Long.toString(attained.n() - met),
                    Long.toString(pending),
                    pending == 0
                            ? ""
                            : find(place, target + Figures.BOUNDS)
                                    .flatMap(Figure::interval)
                                    .map(bounds -> Cells.limits(bounds, 1))
                                    .orElse("-"),
                    rest[0],
                    rest[1],
                    rest[2],
                    rest[3],
                    cells.note(attained));
        }
        table.print(out);
    }

    private void writeCompared(TimesReport.Timed timed, TimesReport.Compared sides) {
        heading("Time to " + timed.label() + " from " + Text.oneLine(sides.before()) + " to "
                + Text.oneLine(sides.after()) + ", by " + Text.oneLine(sides.by()));
        Place before = sides.side(timed.label(), sides.before());
        Place after = sides.side(timed.label(), sides.after());
        Place change = sides.place(timed.label());
        Table table = new Table("lrrrlrll", INDENT, 1);
        table.row("", "before", "after", "change", intervalName, "p", "verdict", "note");
        compared(table, "median", figure(before, Figures.MEDIAN), figure(after, Figures.MEDIAN), Optional.empty());
        compared(
                table,
                timed.clock().notOver(),
                figure(before, Figures.OPEN),
                figure(after, Figures.OPEN),
                Optional.empty());
        find(change, Figures.LOG_RANK)
                .ifPresent(test -> table.row(
                        "log-rank, open ones included",
                        "",
                        "",
                        "",
                        "",
                        test.pValue().isPresent() ? Cells.pValue(test.pValue().getAsDouble()) : "-",
                        test.verdict().map(Enum::name).orElse("-"),
                        Text.ascii(test.note())));
        compared(
                table,
                (timed.openIncluded() ? "closed-only " : "") + "geometric mean",
                figure(before, Figures.CLOSED_GEOMETRIC_MEAN),
                figure(after, Figures.CLOSED_GEOMETRIC_MEAN),
                find(change, Figures.CLOSED_GEOMETRIC_MEAN));
        for (String target : timed.targets()) {
            compared(table, target, figure(before, target), figure(after, target), find(change, target));
        }
        table.print(out);
        find(change, Figures.CLOSED_GEOMETRIC_MEAN)
                .filter(found -> found.note().startsWith(Figures.NO_VERDICT))
                .ifPresent(
                        found -> out.println(INDENT + "Beware: " + found.note() + ". The log-rank test counts them."));
    }

    private void compared(Table table, String name, Figure before, Figure after, Optional<Figure> change) {
        table.row(
                name,
                Cells.value(before),
                Cells.value(after),
                change.map(Cells::value).orElse(""),
                change.map(Cells::interval).orElse(""),
                change.map(found -> found.pValue().isPresent()
                                ? Cells.pValue(found.pValue().getAsDouble())
                                : "-")
                        .orElse(""),
                change.map(found -> found.verdict().map(Enum::name).orElse("-")).orElse(""),
                change.filter(found -> !found.note().startsWith(Figures.NO_VERDICT))
                        .map(cells::note)
                        .orElse(""));
    }

    private void writeMet() {
        report.input().metColumn().ifPresent(column -> {
            String metric = "kept (" + column + ")";
            Place place = new Place("", "", Figures.ALL);
            heading("Targets " + Text.oneLine(metric) + ", as the file says");
            Table table = new Table("lrlrll", INDENT, 1);
            table.row("", "value", intervalName, "n", "method", "note");
            row(table, "kept", figure(place, metric));
            table.print(out);
            writeBounds(place, metric);
            report.breakdowns().forEach(by -> writeTarget("", by, metric));
        });
    }

    private void writeEffort() {
        Place place = new Place("", "", Figures.ALL);
        if (find(place, Effort.Measure.HAND_OFFS.title()).isPresent()
                || find(place, Effort.Measure.REOPENINGS.title()).isPresent()) {
            heading("Effort of the customer, mean over cases"
                    + (report.input().events() ? "" : ", as the file counts it"));
            Table table = new Table("lrlrll", INDENT, 1);
            table.row("", "value", intervalName, "n", "method", "note");
            for (Effort.Measure measure : Effort.Measure.values()) {
                find(place, measure.title()).ifPresent(figure -> row(table, figure.metric(), figure));
            }
            table.print(out);
        }
        find(place, Effort.FIRST_CONTACT_OF_RESOLVED).ifPresent(figure -> {
            heading("Resolved at first contact");
            Table table = new Table("lrlrll", INDENT, 1);
            table.row("", "value", intervalName, "n", "method", "note");
            row(table, "of cases resolved, window over", figure);
            row(table, "of all decided, too low as yet", figure(place, Effort.FIRST_CONTACT));
            table.print(out);
            find(place, Effort.FIRST_CONTACT + Figures.BOUNDS)
                    .flatMap(Figure::interval)
                    .ifPresent(bounds -> out.println(INDENT + "Of all cases with a contact, from "
                            + Cells.limits(bounds, 1) + "%, whatever becomes of the "
                            + figure(place, Effort.FIRST_CONTACT).pending().orElse(0) + " undecided."));
        });
    }

    private void heading(String text) {
        out.println();
        out.println(Text.ascii(text));
    }

    private Figure figure(Place place, String metric) {
        return find(place, metric).orElseThrow(() -> new AssertionError(metric + " of " + place));
    }

    private Optional<Figure> find(Place place, String metric) {
        return Optional.ofNullable(figures.getOrDefault(place, Map.of()).get(metric));
    }

    private static long count(Figure figure) {
        return figure.counted().orElse(0);
    }
}
