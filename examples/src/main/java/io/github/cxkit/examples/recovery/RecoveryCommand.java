package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.ColumnChoice;
import io.github.cxkit.examples.csv.CsvFile;
import io.github.cxkit.examples.csv.CsvOptions;
import io.github.cxkit.examples.csv.Header;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.recovery.FairnessScorer;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code recovery}: its options, and what is done in which order. */
@Command(
        name = "recovery",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Says how fairly failures were put right, from the facts of each case: points from 0 to 100,",
            "and the bounds that missing evidence leaves.",
            "",
            "The file has a header and one row per failure. Columns with these names are found by",
            "themselves, in upper or lower case; others are named with --column. None is required.",
            "  PROCESS: how the case was run",
            "    first_response, expected_first_response    times in hours, or as the name ends:",
            "    resolution, expected_resolution            _minutes, _hours, _days",
            "    response_in_time, resolved_in_time         yes or no, where that is all (made_sla, timely)",
            "    contacts, hand_offs, channel_switches,     numbers (reassignment_count, reopen_count)",
            "    reopenings, promises_made, promises_kept",
            "    choice_offered                             yes or no",
            "  INTERACTION: how the customer was met",
            "    apology_empathy, apology_intensity,        0 to 1, or per cent",
            "    apology_timeliness, courtesy, effort (of",
            "    the staff), explanation",
            "    apology                                    \"no\" where nobody apologised",
            "    violations                                 none; or rude, blamed_customer, untrue,",
            "                                               ignored_message, with semicolons",
            "    noticed                                    whether the customer noticed: yes or no",
            "  COMPENSATION: what was given for what was lost",
            "    loss, loss_out_of_pocket, loss_trouble,    amounts in one currency",
            "    value_of_hour, compensation",
            "    currency                                   such as EUR",
            "    loss_hours                                 the time it cost; needs value_of_hour",
            "    loss_kind, compensation_kind               money, goods, service or credit",
            "    compensation_immediate, core_problem_fixed yes or no",
            "    service_accepted (service)                 the flawed service was accepted or rejected",
            "An empty cell is not known, which is neither good nor bad; N/A says that something cannot be",
            "asked of the case. A loss is known where each of its columns says something. A row with a cell",
            "that is none of this is left out as a whole and counted."
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
            "  cxkit recovery",
            "      a bundled, made-up sample",
            "  cxkit recovery cases.csv --by team --by product",
            "      fairness by team and by product, each group against the rest",
            "  cxkit recovery cases.csv --by process --compare before:after",
            "      did the new process make recoveries fairer?",
            "  cxkit recovery complaints.csv --by company_response --outcome disputed",
            "      who disputes the answer, by the kind of relief",
            "  cxkit recovery cases.csv --case 17 --preset transaction",
            "      the case in the 17th row in words, by the weights for one transaction",
            "  cxkit recovery cases.csv --outcome satisfaction --fit-weights",
            "      which weights this company's own customers call for",
            "  cxkit recovery cases.csv --column contacts=calls --column effort=none --format json --cases",
            "      columns with other names; every case, without its identity, for another program"
        })
public final class RecoveryCommand implements Callable<Integer> {

    private static final List<String> OUTCOMES = List.of("satisfaction", "customer_kept", "kept", "disputed");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private CsvOptions input = new CsvOptions();

    @Option(
            names = "--column",
            paramLabel = "FACT=COLUMN",
            description = {
                "Takes a fact from a column of another name (contacts=calls), or leaves it out (effort=none); repeatable."
            })
    private List<String> column = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Breaks the figures down by the values of a column, each against the rest; repeatable.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--compare",
            paramLabel = "BEFORE:AFTER",
            description = "Compares two groups of a --by column: the change, its interval and a verdict; repeatable.")
    private List<String> compare = new ArrayList<>();

    @Option(
            names = "--outcome",
            paramLabel = "COLUMN[=VALUE]",
            description = {
                "What became of the case: a column of yes and no, of numbers, or how many have the VALUE; repeatable. It changes no "
                        + "score. Default: satisfaction, customer_kept, disputed; \"none\" leaves them out."
            })
    private List<String> outcome = new ArrayList<>();

    @Option(
            names = "--fit-weights",
            description = "Fits the weights of the dimensions to each outcome, and says whether they are worth having.")
    private boolean fitWeights;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Where the random numbers of --fit-weights begin. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--case",
            paramLabel = "ROW",
            description = {
                "Shows the case of a row in words, 1 being the first below the header; repeatable. Default: the worst and a typical "
                        + "one."
            })
    private List<Long> shown = new ArrayList<>();

    @Option(names = "--cases", description = "JSON: lists every case, by the number of its row.")
    private boolean cases;

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            order = 200,
            defaultValue = "EUR",
            description = {
                "Currency of amounts where there is no column for it; only their ratio counts. Default: ${DEFAULT-VALUE}"
            })
    private String currency = "EUR";

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            order = 201,
            defaultValue = "0.95",
            description = "Confidence of the intervals. Default: ${DEFAULT-VALUE}")
    private double confidence;

    @Option(
            names = "--unknown",
            paramLabel = "TEXT",
            order = 202,
            description = "Stands for what is not known, as an empty cell does; repeatable.")
    private List<String> unknown = new ArrayList<>();

    @Option(
            names = "--not-applicable",
            paramLabel = "TEXT",
            order = 203,
            defaultValue = "N/A",
            description = "Stands for \"does not apply\"; repeatable. Default: ${DEFAULT-VALUE}")
    private List<String> notApplicable = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            order = 204,
            defaultValue = "text",
            description = "text, json or csv. Default: ${DEFAULT-VALUE}")
    private RecoveryFormat format = RecoveryFormat.TEXT;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 999,
            description = "Shows this help.")
    @SuppressWarnings("unused") // the command line reads it
    private boolean help;

    /** Made by the command line. */
    public RecoveryCommand() {}

    @Override
    public Integer call() throws IOException {
        RecoveryReport report = read();
        format.write(report, out());
        return input.exitCode(report.badRows(), report.rows(), out(), err());
    }

    private RecoveryReport read() {
        // What is wrong with the options is said before a long file is read.
        checkConfidence();
        FairnessScorer scorer = policy.scorer();
        List<Pair> pairs = compare.stream().map(Pair::parse).toList();
        if (!pairs.isEmpty() && by.isEmpty()) {
            throw CommandFailure.usage("--compare needs a breakdown. Maybe add --by.");
        }
        CurrencyUnit usualCurrency = usualCurrency();
        Map<Fact, String> named = namedColumns();
        CaseReader.Missing missing = missing();
        try (CsvFile file = input.open(SampleRecoveries.FILE, SampleRecoveries::open)) {
            Header header = file.header();
            ColumnChoice columns = new ColumnChoice(header, named.values().toArray(String[]::new));
            CaseReader reader = reader(columns, header, named, missing, usualCurrency);
            List<CaseCounter.ByColumn> breakdowns = by.stream()
                    .map(name -> new CaseCounter.ByColumn(
                            header.name(header.require(name, "--by")), columns.require("by", "--by", name)))
                    .toList();
            List<Outcome> outcomes = outcomes(columns, header);
            if (fitWeights && outcomes.isEmpty()) {
                throw CommandFailure.usage(
                        "--fit-weights needs an outcome: name one with --outcome; " + header.describe());
            }
            Set<String> noOutcome = new HashSet<>(missing.unknown());
            noOutcome.addAll(missing.notApplicable());
            CaseCounter counter = new CaseCounter(header.size(), reader, noOutcome, scorer, breakdowns, outcomes);
            BitSet used = columns.indexes();
            outcomes.forEach(each -> used.set(each.index()));
            input.forEachRow(file, used, err(), counter::accept);
            if (counter.rows() == 0) {
                throw CommandFailure.unreadable(file.name() + " has a header and no rows");
            }
            return report(file, columns, scorer, counter, outcomes, pairs);
        }
    }

    private void checkConfidence() {
        try {
            Estimator.withDefaults().withConfidence(confidence);
        } catch (IllegalArgumentException refused) {
            throw CommandFailure.usage("--confidence: " + refused.getMessage());
        }
        if (!by.isEmpty() && confidence <= 0.5) {
            throw CommandFailure.usage(
                    "--by compares each group with the rest, which needs a --confidence above 0.5, but it was "
                            + confidence);
        }
    }

    private CurrencyUnit usualCurrency() {
        try {
            return Cells.currency("--currency", currency);
        } catch (BadValue unknownCurrency) {
            throw CommandFailure.usage(
                    "--currency must be a currency such as EUR, but was \"" + Text.cell(currency) + "\"");
        }
    }

    private Map<Fact, String> namedColumns() {
        Map<Fact, String> named = new EnumMap<>(Fact.class);
        for (String text : column) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw CommandFailure.usage(
                        "--column must be FACT=COLUMN such as contacts=calls, but was \"" + Text.cell(text) + "\"");
            }
            String key = text.substring(0, equals).strip();
            Fact fact = Fact.find(key)
                    .orElseThrow(() -> CommandFailure.usage(
                            "--column: there is no fact \"" + Text.cell(key) + "\"; the facts are: " + Fact.list()));
            named.put(fact, text.substring(equals + 1).strip());
        }
        return named;
    }

    private CaseReader.Missing missing() {
        Set<String> unknownTexts = new HashSet<>(unknown);
        Set<String> notApplicableTexts = new HashSet<>(notApplicable);
        if (!notApplicableTexts.contains("")) {
            unknownTexts.add("");
        }
        for (String text : unknownTexts) {
            if (notApplicableTexts.contains(text)) {
                throw CommandFailure.usage(
                        "\"" + Text.cell(text) + "\" cannot stand for both --unknown and --not-applicable.");
            }
        }
        return new CaseReader.Missing(unknownTexts, notApplicableTexts);
    }

    private CaseReader reader(
            ColumnChoice columns,
            Header header,
            Map<Fact, String> named,
            CaseReader.Missing missing,
            CurrencyUnit usualCurrency) {
        Map<Fact, Integer> indexes = new EnumMap<>(Fact.class);
        Map<Fact, String> names = new EnumMap<>(Fact.class);
        boolean evidence = false;
        for (Fact fact : Fact.values()) {
            String name = named.get(fact);
            Integer index = columns.choose(purpose(fact, header, name), "--column", name, fact.usualNames())
                    .orElse(null);
            if (index != null) {
                indexes.put(fact, index);
                names.put(fact, header.name(index));
                evidence |= fact.evidence().isPresent();
            }
        }
        if (!evidence) {
            throw CommandFailure.usage("no column with a fact to score was found: name one with --column FACT=COLUMN; "
                    + header.describe());
        }
        return new CaseReader(indexes, names, missing, usualCurrency);
    }

    /** The fact and, for a time, the unit in which its column is read. */
    private static String purpose(Fact fact, Header header, @Nullable String name) {
        if (!fact.isTime()) {
            return fact.key();
        }
        String found = name != null
                ? name
                : header.findFirst(fact.usualNames()).map(header::name).orElse("");
        ChronoUnit unit = Cells.unit(found);
        return fact.key() + " (" + unit.toString().toLowerCase(Locale.ROOT) + ")";
    }

    private List<Outcome> outcomes(ColumnChoice columns, Header header) {
        List<Outcome> outcomes = new ArrayList<>();
        if (outcome.isEmpty()) {
            for (String name : OUTCOMES) {
                columns.choose("outcome", "--outcome", null, List.of(name))
                        .ifPresent(index -> outcomes.add(Outcome.of(header.name(index), header)));
            }
        } else if (!outcome.contains(ColumnChoice.NONE)) {
            for (String option : outcome) {
                Outcome read = Outcome.of(option, header);
                columns.require("outcome", "--outcome", read.column());
                outcomes.add(read);
            }
        }
        return outcomes;
    }

    private RecoveryReport report(
            CsvFile file,
            ColumnChoice columns,
            FairnessScorer scorer,
            CaseCounter counter,
            List<Outcome> outcomes,
            List<Pair> pairs) {
        Sections maker = new Sections(counter, outcomes, confidence);
        List<Section> breakdowns = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            breakdowns.add(maker.by(counter.title(i), i));
        }
        List<RecoveryReport.Compared> compared =
                pairs.stream().map(pair -> pair.in(breakdowns, confidence)).toList();
        boolean anyPoint = !counter.total().summary().overall().isEmpty();
        List<Section> sections = new ArrayList<>(breakdowns);
        if (!outcomes.isEmpty() && anyPoint && confidence > 0.5) {
            sections.add(maker.byFairness());
        }
        CaseChoice choice = new CaseChoice(counter, scorer);
        return new RecoveryReport(
                file.name(),
                file.isSample(),
                counter.rows(),
                counter.badRows(),
                input.maxBad(),
                columns.uses(),
                scorer,
                confidence,
                counter.total(),
                maker.total(),
                sections,
                compared,
                fitWeights ? Fits.of(counter.cases(), outcomes, seed) : List.of(),
                shown.isEmpty() ? choice.worstAndTypical() : choice.rows(shown),
                cases ? counter.cases() : List.of());
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
