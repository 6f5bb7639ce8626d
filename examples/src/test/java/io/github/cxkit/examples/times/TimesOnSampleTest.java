package io.github.cxkit.examples.times;

import static io.github.cxkit.examples.report.JsonMaps.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.examples.Run;
import io.github.cxkit.examples.report.JsonMaps;
import io.github.cxkit.metrics.cases.CaseClock;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.CaseWaits;
import io.github.cxkit.metrics.cases.ReplyClock;
import io.github.cxkit.metrics.cases.ResolutionClock;
import io.github.cxkit.metrics.time.KaplanMeier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimesOnSampleTest {

    /** The sample, read without the program. */
    private static final Map<CaseId, CaseTimeline> SAMPLE = CaseTimeline.byCase(SampleCases.csv()
            .lines()
            .skip(1)
            .map(line -> event(line.split(",", -1)))
            .toList());

    private static final Instant LATEST = SAMPLE.values().stream()
            .flatMap(timeline -> timeline.events().stream())
            .map(CaseEvent::at)
            .max(Instant::compareTo)
            .orElseThrow();

    private static CaseEvent event(String... cells) {
        CaseId id = CaseId.of(cells[0]);
        Instant at = Instant.parse(cells[1]);
        long sequence = Long.parseLong(cells[2]);
        Handler handler = cells[5].equals("bot") ? Handler.bot() : Handler.person();
        return switch (cells[3]) {
            case "opened" -> CaseEvent.opened(id, at, sequence, Party.CUSTOMER);
            case "contacted" -> CaseEvent.contacted(id, at, sequence);
            case "replied" -> CaseEvent.replied(id, at, sequence, handler);
            case "acknowledged" -> CaseEvent.acknowledged(id, at, sequence, handler);
            case "assigned" -> CaseEvent.assigned(id, at, sequence, handler);
            case "resolved" -> CaseEvent.resolved(id, at, sequence, Party.COMPANY);
            case "reopened" -> CaseEvent.reopened(id, at, sequence, Party.CUSTOMER);
            case "closed" -> CaseEvent.closed(id, at, sequence, Party.COMPANY);
            default -> throw new AssertionError(cells[3]);
        };
    }

    private static CaseWaits waits(CaseClock clock) {
        return CaseWaits.seenAt(LATEST, clock, SAMPLE.values());
    }

    private static CsvFigures csv(String... options) {
        String[] args = new String[options.length + 3];
        System.arraycopy(new String[] {"times", "--format", "csv"}, 0, args, 0, 3);
        System.arraycopy(options, 0, args, 3, options.length);
        return CsvFigures.of(Run.cxkit(args));
    }

    @Test
    void figures_are_those_of_the_library() {
        CsvFigures figures = csv();
        KaplanMeier resolution =
                waits(ResolutionClock.TO_LAST).in(ChronoUnit.HOURS).kaplanMeier();

        assertThat(figures.value("resolution", "median"))
                .isEqualTo(resolution.median().orElseThrow().value());
        assertThat(figures.value("resolution", "p90"))
                .isEqualTo(resolution.percentile(90).orElseThrow().value());
        assertThat(figures.count("resolution", "unknown"))
                .isEqualTo(waits(ResolutionClock.TO_LAST).unknown());
        assertThat(figures.count("resolution", "still open"))
                .isEqualTo(resolution.openCount())
                .isPositive();
        assertThat(figures.value("first reply", "closed-only median"))
                .isEqualTo(waits(ReplyClock.FIRST)
                        .in(ChronoUnit.HOURS)
                        .closedOnly()
                        .median()
                        .value());
    }

    @Test
    void every_clock_has_a_name_and_is_the_librarys() {
        CsvFigures figures = csv(
                "--unit",
                "minutes",
                "--clock",
                "first-reply-per-cycle",
                "--clock",
                "later-replies",
                "--clock",
                "all-replies",
                "--clock",
                "first-resolution",
                "--clock",
                "resolution-per-cycle");

        for (CaseClock clock : List.of(
                ReplyClock.FIRST_OF_CYCLE,
                ReplyClock.LATER,
                ReplyClock.ALL,
                ResolutionClock.TO_FIRST,
                ResolutionClock.PER_CYCLE)) {
            assertThat(figures.value(clock.label(), "median"))
                    .isEqualTo(waits(clock)
                            .in(ChronoUnit.MINUTES)
                            .kaplanMeier()
                            .median()
                            .orElseThrow()
                            .value());
            assertThat(figures.all(clock.label(), "median").getField("unit")).isEqualTo("minutes");
        }
        assertThat(figures.rows()).noneMatch(row -> row.getField("clock").equals("first reply"));
    }

    @Test
    void variants_of_reply_clocks_are_part_of_the_name() {
        CsvFigures figures = csv("--clock", "first-reply", "--count-bots", "--count-acknowledgements", "--or-resolved");
        ReplyClock clock =
                ReplyClock.FIRST.countingBots().countingAcknowledgements().endedByResolution();

        assertThat(figures.value(clock.label(), "closed-only mean"))
                .isEqualTo(waits(clock).in(ChronoUnit.HOURS).closedOnly().mean().value());
    }

    @Test
    void text_says_at_once_what_open_cases_do_to_the_median() {
        Run run = Run.cxkit("times");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isASCII()
                .startsWith("Waiting times in sample-cases.csv (bundled, made up by a program)\n")
                .contains("4201 rows read, none left out; each is an event of a case.\n")
                .contains("600 cases, as known at 2026-02-28T20:33:00Z, the latest time in the file")
                .contains(
                        "The median is 97.3 h; closed cases only would say 94.2 h, because they leave out the 61 still "
                                + "open.")
                .contains(
                        "519 cases are over, 61 still open, 20 unknown (no time of resolution, though closed: neither open "
                                + "nor zero).")
                .contains("591 answered, 9 still waiting.")
                .contains("because they leave out the 9 still waiting.")
                .containsPattern("still waiting +1\\.5% +0\\.8 to 2\\.8 +600 +Wilson")
                .contains("median           at least half take no longer, at least half no less. What is still open")
                .containsPattern("median +97\\.3 h +92\\.4 to 105\\.4 +580 +Kaplan-Meier, open ones included")
                .containsPattern("    median +94\\.2 h +86\\.0 to 99\\.2 +519 +order statistics \\(binomial\\)\n")
                .containsPattern("contacts per case +1\\.63 +1\\.56 to 1\\.69 +600")
                .doesNotContain("C0001", "a-2");
    }

    @Test
    void text_compares_months_and_warns_of_the_closed_ones() {
        String out = Run.cxkit("times", "--months", "--compare", "2026-01:2026-02", "--target", "resolution=2d")
                .out();

        assertThat(out)
                .contains("Time to resolution from 2026-01 to 2026-02, by month of opening\n")
                .containsPattern("log-rank, open ones included +<0\\.001 +WORSENED")
                .containsPattern(
                        "closed-only geometric mean +75\\.8 h +94\\.2 h +24\\.2% +7\\.4 to 43\\.8 +0\\.004 +INCONCLUSIVE\n")
                .containsPattern("within 2d +26\\.7% +11\\.5% +-15\\.2 .*WORSENED")
                .contains(
                        "Beware: no verdict on closed cases alone while cases are open: 0 before and 61 after are not in it. "
                                + "The log-rank test counts them.\n")
                .doesNotContain("closed cases only:")
                .contains("Within 2d: 112 met, 451 breached, 17 pending; of all, from 19.3 to 22.2%")
                .doesNotContain("first reply within");
    }

    @Test
    void text_shows_each_group_and_its_target_against_the_rest() {
        String out = Run.cxkit("times", "--by", "channel", "--target", "first-reply=4h")
                .out();

        assertThat(out)
                .containsPattern("phone +107 +1 +7\\.7 h +4\\.7 to 9\\.9 +37\\.8 h +29\\.2 to 51\\.6 +7\\.6 h\n")
                .contains(
                        "Log-rank test of all groups, open ones included: p <0.001; the groups do not wait equally long.")
                .contains(
                        "Log-rank test of all groups, open ones included: p 0.727; the cases do not tell the groups apart.")
                .contains("  first reply within 4h, by channel\n")
                .containsPattern(
                        "phone +38\\.3% +29\\.7 to 47\\.8 +41 +66 +0 +18\\.4 +9\\.0 to 28\\.5 +<0\\.001 +better")
                .containsPattern("chat +21\\.8% .* small base")
                .contains("  small base       fewer than 100");
    }

    @Test
    void opening_hours_make_replies_quick_and_are_in_the_name() {
        CsvFigures figures = csv("--open-hours", "Mon-Fri 9:00-17:00", "--clock", "first-reply");

        assertThat(figures.value("first reply in opening hours", "median")).isLessThan(3);
        assertThat(Run.cxkit("times", "--open-hours", "Mon-Fri 09:00-17:00").out())
                .contains("Times are opening hours: Mon-Fri 09:00-17:00 (UTC).");
    }

    @Test
    void tolerance_gives_bounds_by_the_clock_even_in_opening_hours() {
        CsvFigures figures = csv("--tolerance", "first-reply=1h:66%,4h:52%", "--open-hours", "Mon-Fri 09:00-17:00");
        String metric = "accepted where 66% wait longer than 1h, 52% wait longer than 4h";

        assertThat(CsvFigures.number(figures.all("first reply in opening hours", metric), "lower"))
                .isCloseTo(13.2, within(0.05));
        assertThat(CsvFigures.number(figures.all("first reply in opening hours", metric), "upper"))
                .isCloseTo(58.0, within(0.05));
        assertThat(figures.rows())
                .noneMatch(row -> row.getField("clock").startsWith("resolution")
                        && row.getField("metric").startsWith("accepted"));
    }

    @Test
    void resolution_at_first_contact_needs_a_window() {
        assertThat(Run.cxkit("times").out()).doesNotContain("first contact\n");
        assertThat(Run.cxkit("times", "--fcr-window", "7d").out())
                .containsPattern("of cases resolved, window over +53\\.7% +49\\.1 to 58\\.2 +460")
                .contains("Of all cases with a contact, from 41.2 to 54.2%, whatever becomes of the 78 undecided.");
    }

    @Test
    void json_has_every_figure_of_the_csv() {
        String[] options = {"--by", "topic", "--months", "--target", "2d", "--compare", "2026-01:2026-02"};
        Map<String, Object> json = JsonMaps.object(Run.cxkit(
                        "times",
                        "--format",
                        "json",
                        options[0],
                        options[1],
                        options[2],
                        options[3],
                        options[4],
                        options[5],
                        options[6])
                .out());
        CsvFigures figures = csv(options);

        assertThat(at(json, "sample")).isEqualTo(true);
        assertThat(at(json, "rows_are")).isEqualTo("events");
        assertThat(at(json, "seen_at")).isEqualTo(LATEST.toString());
        assertThat(at(json, "cases")).isEqualTo(600);
        assertThat((List<?>) at(json, "figures")).hasSameSizeAs(figures.rows());
        for (int i = 0; i < figures.rows().size(); i++) {
            Object value = at(json, "figures", i, "value");
            assertThat(at(json, "figures", i, "metric"))
                    .isEqualTo(figures.rows().get(i).getField("metric"));
            assertThat(value == null ? "" : Double.toString(((Number) value).doubleValue()))
                    .isEqualTo(figures.rows().get(i).getField("value"));
        }
    }

    @Test
    void csv_names_its_columns() {
        assertThat(Run.cxkit("times", "--format", "csv").out().lines().findFirst())
                .contains(
                        "clock,group_column,group,metric,unit,value,lower,upper,confidence,method,n,counted,pending,base,"
                                + "p_value,verdict,vs_rest,vs_rest_lower,vs_rest_upper,vs_rest_adjusted_p,vs_rest_verdict,note");
    }

    @Test
    void another_confidence_gives_other_intervals_and_says_so() {
        assertThat(Run.cxkit("times", "--confidence", "0.9").out())
                .contains("90% interval", "in 90% of random samples")
                .doesNotContain("95%");
    }
}
