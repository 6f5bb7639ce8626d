package io.github.cxkit.examples.times;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.examples.times.Figure.Place;
import io.github.cxkit.metrics.cases.CaseClock;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.Tolerance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From cases to a report: selects, sorts into groups, and has figures made of each. */
final class Analysis {

    private final TimesReport.Input input;
    private final Settings settings;
    private final Instant seenAt;
    private final List<CaseOnFile> cases;
    private final List<Breakdowns> breakdowns = new ArrayList<>();
    private final List<TimesReport.Compared> compared = new ArrayList<>();
    private final Figures figures;
    private final long notSelected;
    private final long later;

    /** The latest instant in the file is the one at which cases are seen unless the settings say otherwise. */
    Analysis(TimesReport.Input input, Settings settings, List<CaseOnFile> all, List<String> byTitles) {
        this.input = input;
        this.settings = settings;
        this.figures = new Figures(settings.confidence());
        this.seenAt = settings.seenAt()
                .or(() -> all.stream().map(CaseOnFile::latest).max(Comparator.naturalOrder()))
                .orElseThrow(() -> CommandFailure.unreadable(input.source() + " has no case that can be timed: all "
                        + input.rows() + " rows were left out, the first because: "
                        + input.badRows().byReason().keySet().stream()
                                .findFirst()
                                .orElse("")));
        List<CaseOnFile> selected = all.stream().filter(settings::isSelected).toList();
        this.cases =
                selected.stream().filter(each -> !each.begun().isAfter(seenAt)).toList();
        this.notSelected = (long) all.size() - selected.size();
        this.later = (long) selected.size() - cases.size();
        if (cases.isEmpty()) {
            throw CommandFailure.usage("no case of " + input.source()
                    + " began in the span asked for: see --opened-from, --opened-before and --seen-at");
        }
        for (int i = 0; i < byTitles.size(); i++) {
            breakdowns.add(Breakdowns.byColumn(byTitles.get(i), i, cases));
        }
        if (settings.months()) {
            breakdowns.add(Breakdowns.byMonth(cases, settings.zone()));
        }
    }

    TimesReport report(List<Clock> clocks) {
        settings.compare().forEach(sides -> compared.add(find(sides)));
        List<TimesReport.Timed> timed = clocks.stream().map(this::time).toList();
        if (input.metColumn().isPresent()) {
            addMet("kept (" + input.metColumn().get() + ")");
        }
        Effort.add(figures, cases, input.events(), seenAt, settings.confidence());
        settings.firstContactWindow()
                .ifPresent(window -> Effort.addFirstContact(figures, cases, window, seenAt, settings.confidence()));
        return new TimesReport(
                input,
                settings,
                seenAt,
                cases.size(),
                notSelected,
                later,
                timed,
                List.copyOf(breakdowns),
                List.copyOf(compared),
                figures.list());
    }

    private TimesReport.Compared find(Settings.Sides sides) {
        for (Breakdowns by : breakdowns) {
            if (!by.casesOf(sides.before()).isEmpty()
                    && !by.casesOf(sides.after()).isEmpty()) {
                return new TimesReport.Compared(by.title(), sides.before(), sides.after());
            }
        }
        throw CommandFailure.usage("--compare: no breakdown has the groups " + Text.oneLine(sides.before()) + " and "
                + Text.oneLine(sides.after()) + (breakdowns.isEmpty() ? ". Maybe add --by or --months." : "."));
    }

    private TimesReport.Timed time(Clock clock) {
        CaseClock definition = settings.definition(clock);
        Map<String, Duration> targets = settings.targetsOf(clock);
        Measured total = measure(cases, definition);
        String label = total.waits().timing().name();
        boolean openIncluded = total.waits().openCount() > 0;
        Place all = new Place(label, "", Figures.ALL);
        figures.times(all, total, openIncluded);
        targets.forEach((name, target) -> figures.target(all, name, TargetAttainment.of(total.waits(), target)));
        Map<String, Tolerance> tolerances = settings.tolerancesOf(clock);
        tolerances.forEach((name, tolerance) -> figures.tolerance(all, name, total, tolerance));
        for (Breakdowns by : breakdowns) {
            Map<String, Measured> groups = new LinkedHashMap<>();
            by.groups().forEach((name, group) -> groups.put(name, measure(group, definition)));
            groups.forEach((name, group) -> figures.times(new Place(label, by.title(), name), group, openIncluded));
            targets.forEach((name, target) -> {
                Map<String, TargetAttainment> attainments = new LinkedHashMap<>();
                groups.forEach(
                        (group, measured) -> attainments.put(group, TargetAttainment.of(measured.waits(), target)));
                figures.targets(label, by, name, attainments);
            });
            figures.logRank(new Place(label, by.title(), ""), List.copyOf(groups.values()));
        }
        compare(label, definition, openIncluded, targets);
        return new TimesReport.Timed(
                clock, label, openIncluded, List.copyOf(targets.keySet()), List.copyOf(tolerances.keySet()));
    }

    private void compare(String label, CaseClock definition, boolean openIncluded, Map<String, Duration> targets) {
        for (TimesReport.Compared sides : compared) {
            Breakdowns by = breakdowns.stream()
                    .filter(breakdown -> breakdown.title().equals(sides.by()))
                    .findFirst()
                    .orElseThrow();
            Measured before = measure(by.casesOf(sides.before()), definition);
            Measured after = measure(by.casesOf(sides.after()), definition);
            figures.times(sides.side(label, sides.before()), before, openIncluded);
            figures.times(sides.side(label, sides.after()), after, openIncluded);
            targets.forEach((name, target) -> {
                figures.target(sides.side(label, sides.before()), name, TargetAttainment.of(before.waits(), target));
                figures.target(sides.side(label, sides.after()), name, TargetAttainment.of(after.waits(), target));
            });
            figures.compared(sides.place(label), before, after, targets);
        }
    }

    private Measured measure(List<CaseOnFile> some, CaseClock definition) {
        return Measured.of(some, definition, seenAt, settings.unit(), settings.hours());
    }

    /** What the file itself says of targets. */
    private void addMet(String metric) {
        figures.target(new Place("", "", Figures.ALL), metric, met(cases, metric));
        for (Breakdowns by : breakdowns) {
            Map<String, TargetAttainment> attainments = new LinkedHashMap<>();
            by.groups().forEach((name, group) -> attainments.put(name, met(group, metric)));
            figures.targets("", by, metric, attainments);
        }
    }

    private static TargetAttainment met(List<CaseOnFile> cases, String metric) {
        return cases.stream()
                .map(CaseOnFile::met)
                .flatMap(Optional::stream)
                .collect(TargetAttainment.<TargetAttainment.Outcome>toAttainment(outcome -> outcome))
                .withName(metric);
    }
}
