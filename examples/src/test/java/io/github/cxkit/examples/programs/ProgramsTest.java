package io.github.cxkit.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.examples.programs.FeedbackService.Feedback;
import io.github.cxkit.examples.programs.FeedbackService.Question;
import io.github.cxkit.metrics.MergeableScore;
import io.github.cxkit.metrics.ReadScore;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.ComparisonVerdict;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.Waits;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessMean;
import io.github.cxkit.recovery.equity.EquityReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs run, and their figures. */
class ProgramsTest {

    private static final Instant NOW = Instant.parse("2026-06-29T16:00:00Z");
    private static final HelpDesk DESK = new HelpDesk(MadeUpData.tickets(NOW), NOW);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static FeedbackService counted(int forms, int happyOfTen) {
        FeedbackService service = new FeedbackService(Map.of());
        IntStream.range(0, forms).parallel().forEach(i -> service.accept(MadeUpData.form(i, happyOfTen)));
        return service;
    }

    @Test
    void theServiceLosesNoAnswerOfSeveralThreadsAndShowsSkippedOnesBesideN() {
        // App: 300 of 400 forms, 60 % promoters; of the 120 others those with i % 9 of 7 and 8, 27, are passive and 93
        // detractors.
        Map<Question, ResultView> app = counted(400, 6).scores("app");

        assertThat(app.get(Question.RECOMMEND)).satisfies(score -> {
            assertThat(score.n()).isEqualTo(300);
            assertThat(score.value()).isEqualTo(29.0);
            assertThat(score.lower()).isCloseTo(18.4, within(0.05));
            assertThat(score.upper()).isCloseTo(38.9, within(0.05));
            assertThat(score.base()).isEqualTo("SUFFICIENT");
            assertThat(score.verdict()).isNull();
        });
        assertThat(app.get(Question.SATISFIED))
                .satisfies(score -> assertThat(score.n()).isEqualTo(257));
    }

    /** Two instances count last month, a third one counts this month on several threads and is restarted. */
    @Test
    void theServiceAnswersWithNullWhereNobodyAnsweredAndWithAVerdictWhereLastMonthIsKnown() {
        FeedbackService first = new FeedbackService(Map.of());
        FeedbackService second = new FeedbackService(Map.of());
        IntStream.range(0, 300).forEach(i -> (i % 3 == 0 ? first : second).accept(MadeUpData.form(i, 4)));
        List<FeedbackService.StoredRow> lastMonth = new ArrayList<>(first.store());
        lastMonth.addAll(second.store());
        FeedbackService restarted = new FeedbackService(FeedbackService.load(lastMonth));
        restarted.restore(FeedbackService.load(counted(400, 6).store()));
        restarted.accept(new Feedback("phone", 9, null, 7));

        assertThat(restarted.scores("app").get(Question.RECOMMEND)).satisfies(app -> {
            assertThat(app.value()).isEqualTo(29.0);
            assertThat(app.n()).isEqualTo(300);
            assertThat(app.verdict()).isEqualTo("IMPROVED");
        });
        assertThat(restarted.scores("phone").get(Question.RECOMMEND)).satisfies(phone -> {
            assertThat(phone.value()).isCloseTo(29.70, within(0.005));
            assertThat(phone.n()).isEqualTo(101);
            assertThat(phone.verdict()).isEqualTo("IMPROVED");
        });
        assertThat(restarted.scores("phone").get(Question.SATISFIED)).satisfies(phone -> {
            assertThat(phone.n()).isEqualTo(85);
            assertThat(phone.base()).isEqualTo("NOT_FOR_COMPARISON");
        });
        assertThat(restarted.scores("shop").get(Question.RECOMMEND)).satisfies(shop -> {
            assertThat(shop.value()).isNull();
            assertThat(shop.n()).isZero();
            assertThat(shop.base()).isEqualTo("SUPPRESSED");
            assertThat(shop.verdict()).isNull();
        });
    }

    @Test
    void whatTwoServicesStoredAddsUpToWhatOneWouldHaveCounted() {
        FeedbackService odd = new FeedbackService(Map.of());
        FeedbackService even = new FeedbackService(Map.of());
        IntStream.range(0, 400).forEach(i -> (i % 2 == 0 ? even : odd).accept(MadeUpData.form(i, 6)));
        List<FeedbackService.StoredRow> rows = new ArrayList<>(odd.store());
        rows.addAll(even.store());

        Map<FeedbackService.Key, RatingCounts> merged = FeedbackService.load(rows);

        assertThat(merged).isEqualTo(counted(400, 6).counts()).hasSize(6);
    }

    @Test
    void aFormWithAnImpossibleAnswerLeavesNothingBehind() {
        FeedbackService service = new FeedbackService(Map.of());

        assertThatThrownBy(() -> service.accept(new Feedback("app", 9, 8, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8");
        assertThat(service.counts()).isEmpty();
    }

    @Test
    void theBatchFindsTheNorthThatGotBetterAndSaysNothingOfFourCustomers() {
        assertThat(new NightlyBatch(MadeUpData.answers(), MadeUpData.counts()).run())
                .contains(
                        "loyalty, north: NPS 15.3 (95% CI 7.7 to 22.8, n=606)",
                        "loyalty, west: suppressed (n=4)",
                        "loyalty, north against the rest: 18.4 (95% CI 9.1 to 27.5, n=1818), of which 606 in the group,"
                                + " adjusted p 0.0003: BETTER",
                        "satisfaction, north: CSAT top-2 of 5 65.6% (95% CI 61.6 to 69.5, n=556)",
                        "ease, north: CES 2.0 5.11 (95% CI 4.98 to 5.24, n=675)",
                        "shop 2026-03: NPS undefined (n=0)",
                        "shop 2026-04: NPS 12.5 (95% CI -7.5 to 31.5, n=88)",
                        "north 45.7 (95% CI 30.7 to 59.9, n=606), adjusted p 0.0000: IMPROVED",
                        "west -100.0 (95% CI -181.1 to 54.5, n=4), adjusted p 0.7733: INCONCLUSIVE",
                        "NPS from -5.1 to 35.0 by 2026-06-30T22:00:00Z: 10.9 (95% CI 4.8 to 16.9, n=928), BEHIND");
    }

    @Test
    void rowsOfAGroupByCountAsManyAnswersAsTheySay() {
        long answers = MadeUpData.answers().stream()
                .filter(row -> row.recommend() != null)
                .count();

        assertThat(MadeUpData.counts().stream()
                        .mapToLong(NightlyBatch.CountRow::count)
                        .sum())
                .isEqualTo(answers)
                .isEqualTo(1_818);
    }

    private static <S extends MergeableScore<?>> S score(Breakdown<String, S> byTeam, String team) {
        return byTeam.group(team).orElseThrow().score();
    }

    @Test
    void theHelpDeskCountsOpenTicketsIn() {
        Breakdown<String, ReadScore<Waits>> resolution = DESK.resolutionByTeam();

        assertThat(score(resolution, "billing").estimate())
                .hasToString("121.6 h (95% CI 87.0 to 136.2, n=180, effective n=173.7)");
        assertThat(score(resolution, "billing").material().openCount()).isEqualTo(4);
        assertThat(score(DESK.firstResponseByTeam(), "delivery").estimate())
                .hasToString("49.0 min (95% CI 35.0 to 65.0, n=180)");
    }

    @Test
    void theHelpDeskGivesNoVerdictOnClosedTicketsWhileThereAreOpenOnes() {
        Trend<ReadScore<Waits>> resolution = DESK.resolutionByMonth();
        Change may = resolution.changeFromPrevious(MAY).orElseThrow();
        Change june = resolution.changeFromPrevious(JUNE).orElseThrow();

        assertThat(may.difference()).hasToString("-48.1% (95% CI -59.2 to -34.1, n=244)");
        assertThat(may.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(june.difference()).hasToString("3.3% (95% CI -18.9 to 31.6, n=234)");
        assertThat(june.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(june.caveats())
                .containsExactly("after: closed cases only: 5.2% (6 of 116) are still open, so times look shorter than"
                        + " they are");
    }

    @Test
    void thePromiseAmongAllTicketsHasPendingOnesAndNoVerdict() {
        Trend<TargetAttainment> promise = DESK.promiseByMonth();
        TargetAttainment june = promise.at(JUNE).score();

        assertThat(june.estimate()).hasToString("76.6% (95% CI 67.9 to 83.5, n=111)");
        assertThat(june.pending()).isEqualTo(5);
        assertThat(june.bounds().lower()).isCloseTo(73.3, within(0.05));
        assertThat(june.bounds().upper()).isCloseTo(77.6, within(0.05));
        assertThat(promise.changeFromPrevious(JUNE).orElseThrow().caveats()).isNotEmpty();
    }

    /** 5 tickets of June are pending, and 3 were quick but are too young to count: 82 of 108 instead of 85 of 111. */
    @Test
    void thePromiseAmongDueTicketsLeavesOutYoungOnesThoughTheyWereQuick() {
        Trend<TargetAttainment> due = DESK.duePromiseByMonth();
        List<HelpDesk.Ticket> dueInJune = MadeUpData.tickets(NOW).stream()
                .filter(ticket -> !ticket.opened().isBefore(Instant.parse("2026-05-31T22:00:00Z")))
                .filter(ticket -> !ticket.opened().isAfter(NOW.minus(HelpDesk.PROMISED)))
                .toList();

        assertThat(dueInJune).hasSize(108);
        assertThat(dueInJune)
                .filteredOn(ticket -> ticket.span().lastedBy(NOW).compareTo(HelpDesk.PROMISED) <= 0)
                .hasSize(82);
        assertThat(due.at(JUNE).score().estimate()).hasToString("75.9% (95% CI 67.1 to 83.0, n=108)");
        assertThat(due.at(JUNE).score().pending()).isZero();
        assertThat(due.changeFromPrevious(MAY).orElseThrow().verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(due.changeFromPrevious(JUNE).orElseThrow().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(due.changeFromPrevious(JUNE).orElseThrow().caveats()).isEmpty();
    }

    @Test
    void refundsOfOneTeamAreLessFairAndBothRegionsGetAlike() {
        Breakdown<String, FairnessMean> process =
                FairTreatment.byTeam(FairnessDimension.PROCESS, MadeUpData.tickets(NOW));
        Breakdown<String, FairnessMean> compensation =
                FairTreatment.byTeam(FairnessDimension.COMPENSATION, MadeUpData.tickets(NOW));
        EquityReport<String> audit = FairTreatment.audit(MadeUpData.complaints());

        assertThat(score(process, "billing").estimate()).hasToString("91.8 (95% CI 90.6 to 93.1, n=119)");
        assertThat(score(compensation, "delivery").estimate()).hasToString("95.6 (95% CI 94.9 to 96.3, n=120)");
        assertThat(process.comparisons().get(0).key()).isEqualTo("billing");
        assertThat(process.comparisons().get(0).change().excludesZero()).isTrue();
        assertThat(process.comparisons().get(0).verdict())
                .as("one case of billing has no point, and might be any")
                .isEqualTo(ComparisonVerdict.INCONCLUSIVE);
        assertThat(compensation.comparisons().get(0).verdict()).isEqualTo(ComparisonVerdict.WORSE);
        assertThat(audit.outcomes())
                .map(Object::toString)
                .contains(
                        "paid: NOT_SHOWN, 1.044 (95% CI 0.967 to 1.128, n=834)",
                        "compensation: ALIKE, 1.052 (95% CI 0.990 to 1.119, n=613)");
    }

    @Test
    void theNewProcessIsFairerThanBeforeAndThanTheControlGroup() {
        assertThat(new ModulePathProgram(MadeUpData.complaints(), MadeUpData.panel()).run())
                .contains(
                        "before and after: change in fairness 4.4 (95% CI 1.4 to 7.3, n=281): INCONCLUSIVE",
                        "with the cases that have no point: change in fairness 4.7 (95% CI -1.5 to 11.0, n=300): INCONCLUSIVE",
                        "beyond the control group: change in change in fairness 4.2 (95% CI 0.5 to 7.8, n=834): INCONCLUSIVE,"
                                + " [PARALLEL_TRENDS_ASSUMED]",
                        "the same customers: change in NPS 10.8 (95% CI 0.7 to 21.0, n=120): IMPROVED",
                        "detractors who became promoters: 1",
                        "moved down: 12",
                        "Aarhus: mean fairness 80.9 (95% CI 78.7 to 83.0, n=138)",
                        "Aarhus against the rest: 5.6 (95% CI 3.0 to 8.1, n=417), of which 138 in the group, adjusted p"
                                + " <0.0001: INCONCLUSIVE");
    }

    /** All programs are compiled as one module that requires cxkit's last one, and one is started on the module path. */
    @Test
    void aProgramRunsOnTheModulePath(@TempDir Path folder) throws IOException, InterruptedException {
        Path module = folder.resolve("module-info.java");
        Files.writeString(
                module, "module complaints { requires io.github.cxkit.recovery; requires static org.jspecify; }");
        String modulePath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        entry.matches(".*(cxkit-(core|metrics|recovery)|joda-money|commons-|slf4j-api|jspecify).*"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> compile =
                new ArrayList<>(List.of("-d", folder.resolve("out").toString(), "-p", modulePath));
        compile.add(module.toString());
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/github/cxkit/examples/programs"))) {
            sources.map(Path::toString).forEach(compile::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, compile.toArray(String[]::new)))
                .isZero();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        folder.resolve("out") + File.pathSeparator + modulePath,
                        "-m",
                        "complaints/" + ModulePathProgram.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> printed = process.inputReader().lines().toList();

        assertThat(process.waitFor()).as(String.join("\n", printed)).isZero();
        assertThat(printed)
                .startsWith("module complaints")
                .containsAll(new ModulePathProgram(MadeUpData.complaints(), MadeUpData.panel()).run());
    }
}
