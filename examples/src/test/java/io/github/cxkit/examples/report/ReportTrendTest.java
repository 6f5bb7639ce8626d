package io.github.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.examples.Run;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Nps;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores by period, and their changes. */
class ReportTrendTest {

    @TempDir
    private Path folder;

    private static final List<String> LINES = lines();

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("nps,date"));
        add(lines, 80, 20, "2024-02-29");
        add(lines, 45, 55, "2025-01-05");
        add(lines, 80, 20, "2025-02-05");
        // nobody in March
        add(lines, 50, 50, "2025-04-05");
        add(lines, 3, 0, "2025-05-05");
        add(lines, 48, 52, "2025-06-05");
        add(lines, 52, 48, "2025-07-05");
        add(lines, 1, 1, "");
        return lines;
    }

    private static void add(List<String> lines, int promoters, int detractors, String date) {
        lines.addAll(Collections.nCopies(promoters, "9," + date));
        lines.addAll(Collections.nCopies(detractors, "3," + date));
    }

    private static final Change FEBRUARY = Change.between(
            Nps.promoters(45).passives(0).detractors(55),
            Nps.promoters(80).passives(0).detractors(20));

    @Test
    void csvHasTheChangesAtTheEnd() {
        Run run = Run.report(folder, LINES, "--trend", "month", "--format", "csv");
        Interval interval = FEBRUARY.difference().interval().orElseThrow();
        List<String> february = run.csvRow("month of date", "2025-02", "NPS");
        assertThat(february.subList(21, 25).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .containsExactly(
                        new double[] {
                            FEBRUARY.value(),
                            interval.lower(),
                            interval.upper(),
                            FEBRUARY.pValue().orElseThrow()
                        },
                        within(1e-12));
        assertThat(february.get(25)).isEqualTo("improved");
        assertThat(february.get(26)).isEqualTo("0.0");
        assertThat(february.get(30)).isEqualTo("inconclusive");
        assertThat(run.csvRow("month of date", "2025-07", "NPS").get(25)).isEqualTo("inconclusive");
    }

    @Test
    void aPeriodWithoutAnswersIsListedAndIsNoZero() {
        Run run = Run.report(folder, LINES, "--trend", "month", "--format", "csv");
        assertThat(run.csvRow("month of date", "2025-03", "NPS").subList(3, 6)).containsOnly("");
        assertThat(run.n("month of date", "2025-03", "NPS")).isZero();
        for (String label : List.of("2024-02", "2025-03", "2025-04", "2025-05", "2025-06", "unknown")) {
            assertThat(run.csvRow("month of date", label, "NPS").subList(21, 26))
                    .as(label)
                    .containsOnly("");
        }
    }

    @Test
    void textSaysBetterWorseOrThatTheAnswersDoNotTell() {
        String text = Run.report(folder, LINES, "--trend", "month").out();
        assertThat(text)
                .isASCII()
                .containsPattern("value +95% interval +n +vs previous +verdict +vs last year +verdict +note")
                .containsPattern("2025-02 +60\\.0 .* 100 +70\\.0 +better +0\\.0 +\\?")
                .containsPattern("2025-03 +- +- +0 +- +- +- +- +no answers")
                .containsPattern("2025-05 +- +- +3 +- +- +- +- +too few")
                .containsPattern("2025-07 +4\\.0 .* 100 +8\\.0 +\\? +- +-")
                .contains("change from the month before")
                .contains("change from the same month of the year before");
        assertThat(Run.report(folder, LINES).out()).doesNotContain("vs previous");
    }

    @Test
    void otherPeriodsHaveOtherNames() {
        assertThat(Run.report(folder, LINES, "--trend", "quarter", "--format", "csv")
                        .csvRow("quarter of date", "2025-Q2", "NPS")
                        .get(25))
                .isEqualTo("worsened");
        assertThat(Run.report(folder, LINES, "--trend", "week", "--format", "csv")
                        .n("week of date", "2025-W06", "NPS"))
                .isEqualTo(100);
        assertThat(Run.report(folder, LINES, "--trend", "day", "--format", "csv")
                        .csvRow("day of date", "2024-02-29", "NPS")
                        .subList(26, 31))
                .containsOnly("");
        assertThat(Run.report(folder, LINES, "--trend", "year").out())
                .contains("By year of date", "vs previous")
                .doesNotContain("vs last year");
    }

    @Test
    void jsonHasAnObjectPerChange() {
        Object json = JsonMaps.object(
                Run.report(folder, LINES, "--trend", "year", "--format", "json").out());
        Object breakdown = JsonMaps.at(json, "metrics", 0, "breakdowns", 0);
        assertThat(JsonMaps.at(breakdown, "trend")).isEqualTo("year");
        assertThat(JsonMaps.at(breakdown, "groups", 0, "from_previous")).isNull();
        assertThat(JsonMaps.at(breakdown, "groups", 1, "from_previous", "verdict"))
                .isEqualTo("worsened");
        assertThat(JsonMaps.at(breakdown, "groups", 1, "from_last_year"))
                .isEqualTo(JsonMaps.at(breakdown, "groups", 1, "from_previous"));
    }

    @Test
    void aYearAloneIsADateWhereYearsAreAskedFor() {
        List<String> lines = List.of("nps,date", "9,2024", "9,2025", "9,2025-03-01");
        Run years = Run.report(folder, lines, "--trend", "year", "--format", "csv");
        assertThat(years.exitCode()).isZero();
        assertThat(years.n("year of date", "2025", "NPS")).isEqualTo(2);
        Run months = Run.report(folder, lines, "--trend", "month");
        assertThat(months.exitCode()).isEqualTo(3);
        assertThat(months.out()).contains("not a date such as 2026-03-31 or 2026-03-31T09:30");
        assertThat(Run.report(folder, List.of("nps,date", "9,20a4"), "--trend", "year")
                        .out())
                .contains("not a date such as 2026-03-31 or a year such as 2026");
    }

    @Test
    void whatCannotBeFollowedIsAnErrorInOneLine() {
        assertError("--trend needs a column of dates", "--trend", "week", "--month", "none");
        assertError("must be day, week, month, quarter or year", "--trend", "fortnight");
        assertError("--trend needs a --confidence above 0.5", "--trend", "week", "--confidence", "0.5");
    }

    @Test
    void theNameOfAPeriodLeadsBackToItsFirstDay() {
        for (CalendarPeriod period : CalendarPeriod.values()) {
            for (LocalDate day = LocalDate.of(2019, 12, 1); day.getYear() < 2022; day = day.plusDays(1)) {
                assertThat(Periods.firstDay(period, period.label(day)))
                        .as(period + " of " + day)
                        .isEqualTo(period.firstDay(day));
            }
        }
    }

    private void assertError(String message, String... options) {
        Run run = Run.report(folder, LINES, options);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }
}
