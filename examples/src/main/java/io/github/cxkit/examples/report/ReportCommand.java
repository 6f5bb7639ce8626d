package io.github.cxkit.examples.report;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Scale;
import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.ColumnChoice;
import io.github.cxkit.examples.csv.CsvFile;
import io.github.cxkit.examples.csv.CsvOptions;
import io.github.cxkit.examples.csv.Header;
import io.github.cxkit.examples.csv.ZoneOption;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code report}: its options, and what is done in which order. */
@Command(
        name = "report",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Reports NPS, CSAT and CES of a CSV file of survey answers, each with its interval.",
            "",
            "The file has a header and one row per answer. Columns with usual names are found by themselves, in upper or lower case:",
            "  NPS    nps, recommend, ltr, likelihood_to_recommend   0-10",
            "  CSAT   csat, satisfaction, csat_overall, score        1-5 unless --csat-scale",
            "  CES    ces, effort, ease                              1-7 unless --ces-scale",
            "  month  date, answered_at, responded_at",
            "A row with a value that is none (off the scale, not a date, ...) is left out as a whole and counted."
        },
        parameterListHeading = "%nArguments:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well",
            "1:the file cannot be read",
            "2:wrong options, or no such column",
            "3:the report was written, but more rows than --max-bad were left out"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  cxkit report",
            "      a bundled, made-up survey",
            "  cxkit report survey.csv --by channel --by country --month answered_at",
            "      scores by channel, by country and by month; each channel and country against the rest",
            "  cxkit report survey.csv --month answered_at --compare 2026-01..2026-03:2026-04..2026-06",
            "      did the second quarter differ from the first?",
            "  cxkit report survey.csv --month answered_at --trend quarter",
            "      every quarter, against the one before and the same one last year",
            "  cxkit report survey.csv --month answered_at --goal NPS=45@2026-12-31 --goal-from 2026-06:2026-07",
            "      is the NPS on track, on the way from June to 45 by the end of the year?",
            "  cxkit report survey.csv --ces ease_of_use --ces-scale 1-5 --weight weight",
            "      a 1-5 effort question, 5 being easy; rows have survey weights",
            "  cxkit report orders.csv --csat score --by \"delivered_at<=promised_at\"",
            "      satisfaction of those served on time and of those served late",
            "  cxkit report survey.csv --skipped 99 --not-applicable 98 --separator \";\" --format json",
            "      answers coded 99 and 98 are no answers; output for another program"
        })
public final class ReportCommand implements Callable<Integer> {

    private static final String DATES = "<=";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private CsvOptions input = new CsvOptions();

    @Mixin
    private ZoneOption zone = new ZoneOption();

    @Option(names = "--nps", paramLabel = "COLUMN", description = "Answers on 0-10; \"none\" leaves NPS out.")
    private @Nullable String nps;

    @Option(
            names = "--csat",
            paramLabel = "COLUMN",
            description = "Satisfaction, high is good; \"none\" leaves CSAT out.")
    private @Nullable String csat;

    @Option(
            names = "--csat-scale",
            paramLabel = "MIN-MAX",
            defaultValue = "1-5",
            converter = Converters.ToScale.class,
            description = "Scale of the satisfaction question. Default: ${DEFAULT-VALUE}")
    private Scale csatScale = Scale.highIsGood(1, 5);

    @Option(
            names = "--csat-top",
            paramLabel = "POINTS",
            defaultValue = "2",
            description = "How many of the best points count as satisfied. Default: ${DEFAULT-VALUE}")
    private int csatTop;

    @Option(names = "--ces", paramLabel = "COLUMN", description = "Effort, high is easy; \"none\" leaves CES out.")
    private @Nullable String ces;

    @Option(
            names = "--ces-scale",
            paramLabel = "MIN-MAX",
            defaultValue = "1-7",
            converter = Converters.ToScale.class,
            description = "Scale of the effort question. Default: ${DEFAULT-VALUE}")
    private Scale cesScale = Scale.highIsGood(1, 7);

    @Option(names = "--ces-low-is-easy", description = "The lowest point of the effort question is the easiest.")
    private boolean cesLowIsEasy;

    @Option(
            names = "--ces-easy-points",
            paramLabel = "POINTS",
            description =
                    "How many points at the easy end count as easy. Default: 3 of 7, 2 of 5, the better half of others")
    private @Nullable Integer cesEasyPoints;

    @Option(names = "--weight", paramLabel = "COLUMN", description = "Weights of the rows, 0 or more.")
    private @Nullable String weight;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = {
                "Breaks the scores down by the values of a column; repeatable. \"A<=B\" compares two columns of dates, day by day: "
                        + "yes, no, or unknown where one is empty."
            })
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--adjust",
            paramLabel = "METHOD",
            defaultValue = "holm",
            description = {
                "How the p-values of a --by column, each group against the rest, are adjusted for the number of groups: holm to "
                        + "decide, bh (Benjamini-Hochberg) to explore, none to leave the comparison out. Default: ${DEFAULT-VALUE}"
            })
    private AdjustBy adjust = AdjustBy.HOLM;

    @Option(
            names = "--month",
            paramLabel = "COLUMN",
            description =
                    "Breaks the scores down by the month of a date such as 2026-03-31 or 2026-03-31T09:30; \"none\" does not.")
    private @Nullable String month;

    @Option(
            names = "--trend",
            paramLabel = "PERIOD",
            converter = Converters.ToPeriod.class,
            description = {
                "Follows the scores by day, week, month, quarter or year of the --month column: each period with its change from the "
                        + "one before and from the same one last year. With year, a year alone (2026) is a date."
            })
    private @Nullable CalendarPeriod trend;

    @Option(
            names = "--compare",
            paramLabel = "BEFORE:AFTER",
            description = {
                "Compares two groups of a breakdown (N:Y), or two runs of them (2026-01..2026-03:2026-04..2026-06): the change, its "
                        + "interval and a verdict; repeatable."
            })
    private List<String> compare = new ArrayList<>();

    @Option(
            names = "--goal",
            paramLabel = "METRIC=TARGET@YYYY-MM-DD",
            description = {
                "Says how a goal stands: NPS=45@2026-12-31 is an NPS of 45 by the end of that day, \"CSAT top-2 of 5=+10%%@2026-12-31\" a share a "
                        + "tenth higher than the baseline; repeatable, with --goal-from."
            })
    private List<String> goals = new ArrayList<>();

    @Option(
            names = "--goal-from",
            paramLabel = "BEFORE:AFTER",
            description = {
                "The periods of the baseline of goals and those since the start, as in --compare. AFTER is taken to be complete, and answers "
                        + "to go on coming at its rate."
            })
    private @Nullable String goalFrom;

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            defaultValue = "0.95",
            description = "Confidence of the intervals. Default: ${DEFAULT-VALUE}")
    private double confidence;

    @Option(
            names = "--skipped",
            paramLabel = "TEXT",
            description = "Stands for an answer that was not given, as an empty cell does; repeatable.")
    private List<String> skipped = new ArrayList<>();

    @Option(
            names = "--not-applicable",
            paramLabel = "TEXT",
            defaultValue = "N/A",
            description = "Stands for \"does not apply\"; repeatable. Default: ${DEFAULT-VALUE}")
    private List<String> notApplicable = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or csv. Default: ${DEFAULT-VALUE}")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 999,
            description = "Shows this help.")
    @SuppressWarnings("unused") // the command line reads it
    private boolean help;

    /** Made by the command line. */
    public ReportCommand() {}

    @Override
    public Integer call() throws IOException {
        Report report = read();
        format.write(report, out());
        return input.exitCode(report.badRows(), report.rows(), out(), err());
    }

    private Report read() {
        checked("--confidence", () -> Estimator.withDefaults().withConfidence(confidence));
        // What is wrong with the options is said before a long file is read.
        compare.forEach(text -> Comparison.parse("--compare", text));
        goals.forEach(Aim::parse);
        if (goalFrom != null) {
            Comparison.parse("--goal-from", goalFrom);
        }
        if (goals.isEmpty() != (goalFrom == null)) {
            throw CommandFailure.usage("--goal and --goal-from need each other");
        }
        requireConfidence(!compare.isEmpty(), "--compare needs", "");
        requireConfidence(trend != null, "--trend needs", "");
        requireConfidence(!goals.isEmpty(), "--goal needs", "");
        requireConfidence(
                !by.isEmpty() && adjust != AdjustBy.NONE,
                "--by compares each group with the rest, which needs",
                ". Maybe add --adjust none.");
        try (CsvFile survey = input.open(SampleSurvey.FILE, SampleSurvey::open)) {
            Header header = survey.header();
            ColumnChoice columns = new ColumnChoice(header, nps, csat, ces, weight);
            List<Question> questions = questions(columns, header);
            if (questions.isEmpty()) {
                throw CommandFailure.usage(
                        "no column for NPS, CSAT or CES was found: name one with --nps, --csat or --ces; "
                                + header.describe());
            }
            WeightReader weights =
                    weight == null ? null : new WeightReader(weight, columns.require("weight", "--weight", weight));
            RowCounter counter =
                    new RowCounter(header.size(), questions, missingTexts(), weights, groupings(columns, header));
            input.forEachRow(survey, columns.indexes(), err(), counter::accept);
            if (counter.rows() == 0) {
                throw CommandFailure.unreadable(survey.name() + " has a header and no rows");
            }
            return report(survey, columns, questions, counter);
        }
    }

    private void requireConfidence(boolean needed, String who, String advice) {
        if (needed && confidence <= 0.5) {
            throw CommandFailure.usage(who + " a --confidence above 0.5, but it was " + confidence + advice);
        }
    }

    private List<Question> questions(ColumnChoice columns, Header header) {
        List<Question> questions = new ArrayList<>();
        columns.choose("NPS", "--nps", nps, List.of("nps", "recommend", "ltr", "likelihood_to_recommend"))
                .ifPresent(index -> questions.add(Question.nps(header.name(index), index)));
        columns.choose("CSAT", "--csat", csat, List.of("csat", "satisfaction", "csat_overall", "score"))
                .ifPresent(index -> questions.add(
                        checked("--csat-top", () -> Question.csat(header.name(index), index, csatScale, csatTop))));
        Scale effort = cesLowIsEasy ? cesScale.reversed() : cesScale;
        int easyPoints = cesEasyPoints == null ? effort.points() / 2 : cesEasyPoints;
        columns.choose("CES", "--ces", ces, List.of("ces", "effort", "ease"))
                .ifPresent(index -> questions.add(checked(
                        "--ces-easy-points", () -> Question.ces(header.name(index), index, effort, easyPoints))));
        return List.copyOf(questions);
    }

    private List<Grouping> groupings(ColumnChoice columns, Header header) {
        List<Grouping> groupings = new ArrayList<>();
        for (String name : by) {
            int dates = header.find(name).isPresent() ? -1 : name.indexOf(DATES);
            if (dates < 0) {
                int index = columns.require("by", "--by", name);
                groupings.add(new Grouping.ByColumn(header.name(index), index));
            } else {
                DayReader earlier =
                        days(columns, header, name.substring(0, dates).strip());
                DayReader later = days(
                        columns, header, name.substring(dates + DATES.length()).strip());
                groupings.add(new Grouping.ByDates(earlier.column() + DATES + later.column(), earlier, later));
            }
        }
        CalendarPeriod period = trend == null ? CalendarPeriod.MONTH : trend;
        String word = Periods.word(period);
        Optional<Integer> dates =
                columns.choose(word, "--month", month, List.of("date", "answered_at", "responded_at"));
        dates.ifPresent(index -> groupings.add(new Grouping.ByPeriod(
                word + " of " + header.name(index),
                new DayReader(header.name(index), index, zone.zone(), period),
                period)));
        if (trend != null && dates.isEmpty()) {
            throw CommandFailure.usage("--trend needs a column of dates: name one with --month; " + header.describe());
        }
        return groupings;
    }

    private DayReader days(ColumnChoice columns, Header header, String name) {
        int index = columns.require("by date", "--by", name);
        return new DayReader(header.name(index), index, zone.zone(), CalendarPeriod.DAY);
    }

    private MissingTexts missingTexts() {
        List<String> allSkipped = new ArrayList<>(skipped);
        if (!notApplicable.contains("") && !allSkipped.contains("")) {
            allSkipped.add("");
        }
        return new MissingTexts(allSkipped, notApplicable);
    }

    private Report report(CsvFile survey, ColumnChoice columns, List<Question> questions, RowCounter counter) {
        List<Report.Section> sections = counter.breakdowns().stream()
                .map(groups -> section(groups, questions))
                .toList();
        return new Report(
                survey.name(),
                survey.isSample(),
                counter.rows(),
                counter.badRows(),
                input.maxBad(),
                columns.uses(),
                questions,
                weight != null,
                confidence,
                adjust,
                counter.total(),
                sections,
                compare.stream()
                        .map(text -> Comparison.parse("--compare", text).in(sections, "--compare"))
                        .toList(),
                goals.stream()
                        .map(text -> pursued(Aim.parse(text), sections, questions))
                        .toList());
    }

    private Report.Pursued pursued(Aim aim, List<Report.Section> sections, List<Question> questions) {
        List<Report.Section> periods = sections.stream()
                .filter(section -> section.period().isPresent())
                .toList();
        Report.Compared sides = Comparison.parse("--goal-from", Objects.requireNonNull(goalFrom))
                .in(periods, "--goal-from");
        return aim.evaluate(sides, periods.get(0).period().orElseThrow(), questions, zone.zone(), confidence);
    }

    private Report.Section section(Groups groups, List<Question> questions) {
        Map<String, List<RatingCounts>> counts = new LinkedHashMap<>();
        groups.arranged().forEach((name, group) -> counts.put(name, group.counts()));
        AgainstRest againstRest = adjust.adjustment()
                .filter(method -> groups.grouping().groupPeriod().isEmpty())
                .map(method -> AgainstRest.of(questions, counts, method, confidence))
                .orElseGet(AgainstRest::none);
        Optional<CalendarPeriod> period = groups.grouping().groupPeriod();
        Optional<TrendChanges> changes =
                period.filter(p -> trend != null).map(p -> TrendChanges.of(questions, counts, p, confidence));
        return new Report.Section(groups.grouping().title(), counts, againstRest, period, changes);
    }

    /** The library checks its arguments; here its message gets the name of the option. */
    private static <T> T checked(String option, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw CommandFailure.usage(option + ": " + refused.getMessage());
        }
    }

    private PrintWriter out() {
        return commandSpec().commandLine().getOut();
    }

    private PrintWriter err() {
        return commandSpec().commandLine().getErr();
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec);
    }
}
