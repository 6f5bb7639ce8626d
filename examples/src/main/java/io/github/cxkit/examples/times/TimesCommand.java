package io.github.cxkit.examples.times;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.ColumnChoice;
import io.github.cxkit.examples.csv.CsvFile;
import io.github.cxkit.examples.csv.CsvOptions;
import io.github.cxkit.examples.csv.Header;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.examples.csv.ZoneOption;
import io.github.cxkit.metrics.Estimator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code times}: its options, and what is done in which order. */
@Command(
        name = "times",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Reports how long customers waited for replies and resolutions, open cases included, each figure with its interval.",
            "",
            "The file has a header and one row per case, or one row per event of a case; its columns tell which. Columns with "
                    + "usual names are found by themselves, in upper or lower case:",
            "  cases   opened_at, created_at, date_received, ...   first_reply_at, first_response_at, ...",
            "          resolved_at, solved_at, ...                 closed_at   reassignment_count   reopen_count",
            "  events  case_id, at, kind, party, handler_kind, handler_id, team, channel, sequence",
            "Times are 2026-03-31T09:30 or 2026-03-31 09:30 (in --zone), 2026-03-31T09:30:00Z, or days, which begin at midnight. "
                    + "Of a local time that "
                    + "comes twice the earlier is taken; one that the clocks skip is bad.",
            "A row with a value that is none, or an end before its start, is left out as a whole and counted; so is a case "
                    + "with such a row among its events.",
            "Effort and resolution at first contact are for all cases together, also with --by and --months."
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
            "  cxkit times",
            "      a bundled, made-up file of events",
            "  cxkit times cases.csv --by team --target 4h --open-hours \"Mon-Fri 9:00-17:00\"",
            "      each team: median, 90th percentile, and the share within four opening hours",
            "  cxkit times cases.csv --months --compare 2026-01:2026-02",
            "      did February take longer than January?",
            "  cxkit times cases.csv --opened-from 2026-03-01 --seen-at 2026-04-01",
            "      the cases of March, as they stood at its end",
            "  cxkit times events.csv --clock all-replies --target 1h --fcr-window 7d",
            "      every reply, with a target; and how many cases were settled at the first contact",
            "  cxkit times calls.csv --replied answered_at --unit minutes --tolerance 5m:12%%",
            "      calls answered within what customers accept, if 12 %% wait longer than 5 minutes"
        })
public final class TimesCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private CsvOptions input = new CsvOptions();

    @Mixin
    private ZoneOption zone = new ZoneOption();

    @Mixin
    private ColumnOptions columnOptions = new ColumnOptions();

    @Option(
            names = "--months",
            order = 21,
            description = "Breaks everything down by the month in which cases were opened.")
    private boolean months;

    @Option(
            names = "--compare",
            paramLabel = "BEFORE:AFTER",
            order = 22,
            description = {
                "Compares two groups of a breakdown (north:south), or two runs of them (2026-01..2026-03:2026-04..2026-06): "
                        + "log-rank test with open cases, ratio of geometric means of closed ones; repeatable."
            })
    private List<String> compare = new ArrayList<>();

    @Option(
            names = "--clock",
            paramLabel = "CLOCK",
            order = 30,
            description = {
                "What is timed; repeatable. first-reply, resolution; of events also first-reply-per-cycle, later-replies, "
                        + "all-replies, first-resolution, resolution-per-cycle. Default: first-reply and resolution"
            })
    private List<String> clocks = new ArrayList<>();

    @Option(names = "--count-bots", order = 31, description = "Replies by bots end a wait for a reply, too.")
    private boolean countBots;

    @Option(
            names = "--count-acknowledgements",
            order = 32,
            description = "Confirmations of receipt end a wait for a reply, too; those by bots with --count-bots.")
    private boolean countAcknowledgements;

    @Option(
            names = "--or-resolved",
            order = 33,
            description =
                    "A resolution ends a wait for a reply, too. Without this, customers of cases never answered wait on.")
    private boolean orResolved;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            defaultValue = "hours",
            order = 34,
            description = "minutes, hours or days (of 24 hours, not with --open-hours). Default: ${DEFAULT-VALUE}")
    private TimeUnits unit = TimeUnits.HOURS;

    @Option(
            names = "--seen-at",
            paramLabel = "TIME",
            order = 35,
            description = {
                "When the file was made: cases without an end were open then, and what came later was not known. "
                        + "Default: the latest time in the file"
            })
    private @Nullable String seenAt;

    @Option(names = "--opened-from", paramLabel = "TIME", order = 36, description = "Only cases opened then or later.")
    private @Nullable String openedFrom;

    @Option(names = "--opened-before", paramLabel = "TIME", order = 37, description = "Only cases opened before then.")
    private @Nullable String openedBefore;

    @Option(
            names = "--open-hours",
            paramLabel = "DAYS HOURS",
            order = 38,
            description = {
                "Counts opening hours only: \"Mon-Fri 09:00-17:00\", \"Sat,Sun 10:00-14:00\", past midnight \"Fri 22:00-06:00+1\"; "
                        + "repeatable."
            })
    private List<String> openHours = new ArrayList<>();

    @Option(
            names = "--holidays",
            paramLabel = "DATE",
            split = ",",
            order = 39,
            description = "Closed all day: 2026-12-25,2026-12-26; repeatable.")
    private List<String> holidays = new ArrayList<>();

    @Option(
            names = "--target",
            paramLabel = "[CLOCK=]TIME",
            order = 40,
            description = {
                "A promise such as 4h, 30m or 2d (48 hours, of opening hours where there are any): how many met, breached, are "
                        + "pending; repeatable."
            })
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--tolerance",
            paramLabel = "[CLOCK=]STEPS",
            order = 41,
            description = {
                "How long customers are willing to wait: 5m:12%% if 12 %% wait longer than 5 minutes, more steps after commas. Gives "
                        + "bounds, by the clock on the wall; repeatable."
            })
    private List<String> tolerances = new ArrayList<>();

    @Option(
            names = "--fcr-window",
            paramLabel = "TIME",
            order = 42,
            description =
                    "Counts cases resolved at first contact, if nothing comes for so long, such as 7d; events only.")
    private @Nullable String fcrWindow;

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            defaultValue = "0.95",
            order = 50,
            description = "Confidence of the intervals. Default: ${DEFAULT-VALUE}")
    private double confidence;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            order = 51,
            description = "text, json or csv. Default: ${DEFAULT-VALUE}")
    private TimesFormat format = TimesFormat.TEXT;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 999,
            description = "Shows this help.")
    @SuppressWarnings("unused") // the command line reads it
    private boolean help;

    /** Made by the command line. */
    public TimesCommand() {}

    @Override
    public Integer call() throws IOException {
        TimesReport report = read(settings());
        format.write(report, out());
        return input.exitCode(report.input().badRows(), report.input().rows(), out(), err());
    }

    /** What is wrong with the options is said before a long file is read. */
    private Settings settings() {
        try {
            Estimator.withDefaults().withConfidence(confidence);
        } catch (IllegalArgumentException refused) {
            throw CommandFailure.usage("--confidence: " + refused.getMessage());
        }
        boolean judges =
                !compare.isEmpty() || (columnOptions.hasBy() && (!targets.isEmpty() || columnOptions.hasMet()));
        if (judges && confidence <= 0.5) {
            throw CommandFailure.usage(
                    "--compare, and --by with a target, need a --confidence above 0.5, but it was " + confidence);
        }
        if (unit == TimeUnits.DAYS && !openHours.isEmpty()) {
            throw CommandFailure.usage(
                    "--unit days cannot go with --open-hours, for a day of opening is not 24 hours\nMaybe use --unit hours.");
        }
        return new Settings(
                confidence,
                unit.unit(),
                zone.zone(),
                instant("--seen-at", seenAt),
                instant("--opened-from", openedFrom),
                instant("--opened-before", openedBefore),
                OpenHours.parse(openHours, holidays, zone.zone()),
                openHoursText(),
                clocks.stream().map(TimesCommand::clock).distinct().toList(),
                countBots,
                countAcknowledgements,
                orResolved,
                targets.stream().map(ClockOption::target).toList(),
                tolerances.stream().map(ClockOption::tolerance).toList(),
                compare.stream().map(TimesCommand::sides).toList(),
                months,
                Optional.ofNullable(fcrWindow).map(TimesCommand::window));
    }

    private Optional<Instant> instant(String option, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(InstantReader.parse(text, zone.zone()));
        } catch (DateTimeException none) {
            throw CommandFailure.usage(option + " is " + InstantReader.reason(none) + ": \"" + Text.cell(text) + "\"");
        }
    }

    private String openHoursText() {
        return String.join("; ", openHours) + (holidays.isEmpty() ? "" : "; closed on " + String.join(", ", holidays));
    }

    private static Clock clock(String text) {
        return Clock.named(text)
                .orElseThrow(() -> CommandFailure.usage(
                        "--clock: there is no clock \"" + Text.cell(text) + "\"; the clocks are: " + Clock.names()));
    }

    private static Settings.Sides sides(String text) {
        int between = text.indexOf(':');
        if (between < 1 || between != text.lastIndexOf(':') || between == text.length() - 1) {
            throw CommandFailure.usage(
                    "--compare must be BEFORE:AFTER such as north:south or 2026-01:2026-02, but was \""
                            + Text.cell(text) + "\"");
        }
        return new Settings.Sides(text.substring(0, between), text.substring(between + 1));
    }

    private static Duration window(String text) {
        return Lengths.parse(text)
                .filter(window -> !window.isZero())
                .orElseThrow(() -> CommandFailure.usage(
                        "--fcr-window must be a time such as 7d, but was \"" + Text.cell(text) + "\""));
    }

    private TimesReport read(Settings settings) {
        try (CsvFile file = input.open(SampleCases.FILE, SampleCases::open)) {
            Header header = file.header();
            ColumnChoice columns = columnOptions.columns(header);
            ColumnOptions.Chosen chosen = columnOptions.choose(header, columns, zone.zone());
            checkThatColumnsAllow(settings, chosen);
            CaseSource source = chosen.source();
            input.forEachRow(file, columns.indexes(), err(), source::accept);
            if (source.rows() == 0) {
                throw CommandFailure.unreadable(file.name() + " has a header and no rows");
            }
            List<CaseOnFile> cases = source.cases();
            TimesReport.Input read = new TimesReport.Input(
                    file.name(),
                    file.isSample(),
                    chosen.events(),
                    source.rows(),
                    source.badRows(),
                    input.maxBad(),
                    source.casesLeftOut(),
                    columns.uses(),
                    chosen.notes(),
                    chosen.metColumn());
            return new Analysis(read, settings, cases, chosen.byTitles())
                    .report(settings.clocks().isEmpty() ? chosen.usual() : settings.clocks());
        }
    }

    private static void checkThatColumnsAllow(Settings settings, ColumnOptions.Chosen chosen) {
        if (chosen.events()) {
            return;
        }
        for (Clock clock : settings.clocks()) {
            if (!chosen.usual().contains(clock)) {
                throw CommandFailure.usage("--clock " + clock.option()
                        + (clock == Clock.FIRST_REPLY || clock == Clock.RESOLUTION
                                ? " needs a column: name it with --replied or --resolved"
                                : " needs a file with one row per event"));
            }
        }
        if (settings.firstContactWindow().isPresent()) {
            throw CommandFailure.usage("--fcr-window needs a file with one row per event");
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
