package io.github.cxkit.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.examples.programs.FeedbackService.Feedback;
import io.github.cxkit.examples.programs.FeedbackService.ScoreJson;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static FeedbackService counted(int forms, int happyOfTen) {
        FeedbackService service = new FeedbackService(Map.of());
        IntStream.range(0, forms).parallel().forEach(i -> service.accept(MadeUpData.form(i, happyOfTen)));
        return service;
    }

    @Test
    void the_service_loses_no_answer_of_several_threads_and_shows_skipped_ones_beside_n() {
        // App: 300 of 400 forms, 60 % promoters; of the 120 others those with i % 9 of 7 and 8, 27, are passive and 93
        // detractors.
        Map<String, ScoreJson> app = counted(400, 6).scores("app");

        assertThat(app.get("recommend")).satisfies(score -> {
            assertThat(score.n()).isEqualTo(300);
            assertThat(score.value()).isEqualTo(29.0);
            assertThat(score.lower()).isCloseTo(18.4, within(0.05));
            assertThat(score.upper()).isCloseTo(38.9, within(0.05));
            assertThat(score.base()).isEqualTo("SUFFICIENT");
            assertThat(score.verdict()).isNull();
        });
        assertThat(app.get("satisfied"))
                .satisfies(score -> assertThat(score.n()).isEqualTo(257));
    }

    @Test
    void the_service_answers_with_null_where_nobody_answered_and_with_a_verdict_where_last_month_is_known() {
        List<String> lines = FeedbackService.run();

        assertThat(lines).hasSize(9);
        assertThat(lines.get(1)).startsWith("app recommend").contains("value=29.0", "n=300", "verdict=IMPROVED");
        assertThat(lines.get(4)).startsWith("phone recommend").contains("value=29.70", "n=101", "verdict=IMPROVED");
        assertThat(lines.get(5)).startsWith("phone satisfied").contains("n=85", "NOT_FOR_COMPARISON");
        assertThat(lines.get(7))
                .startsWith("shop recommend")
                .contains("value=null", "n=0", "base=SUPPRESSED", "verdict=null");
    }

    @Test
    void what_two_services_stored_adds_up_to_what_one_would_have_counted() {
        FeedbackService odd = new FeedbackService(Map.of());
        FeedbackService even = new FeedbackService(Map.of());
        IntStream.range(0, 400).forEach(i -> (i % 2 == 0 ? even : odd).accept(MadeUpData.form(i, 6)));
        List<FeedbackService.StoredRow> rows = new ArrayList<>(odd.store());
        rows.addAll(even.store());

        Map<FeedbackService.Key, RatingCounts> merged = FeedbackService.load(rows);

        assertThat(merged).isEqualTo(counted(400, 6).counts()).hasSize(6);
    }

    @Test
    void a_form_with_an_impossible_answer_leaves_nothing_behind() {
        FeedbackService service = new FeedbackService(Map.of());

        assertThatThrownBy(() -> service.accept(new Feedback("app", 9, 8, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8");
        assertThat(service.counts()).isEmpty();
    }

    @Test
    void the_batch_finds_the_north_that_got_better_and_says_nothing_of_four_customers() {
        assertThat(new NightlyBatch(MadeUpData.answers(), MadeUpData.counts()).run())
                .contains(
                        "NPS north 15.3 (95% CI 7.7 to 22.8, n=606)",
                        "NPS west too few answers",
                        "NPS north against the rest: BETTER",
                        "CSAT north 65.6% (95% CI 61.6 to 69.5, n=556)",
                        "CES north 5.11 (95% CI 4.98 to 5.24, n=675)",
                        "shop 2026-03 no answers",
                        "shop 2026-04 12.5 (95% CI -7.5 to 31.5, n=88)",
                        "north 45.7 (95% CI 30.7 to 59.9, n=606), adjusted p 0.0000: IMPROVED",
                        "west -100.0 (95% CI -181.1 to 54.5, n=4), adjusted p 0.7733: INCONCLUSIVE",
                        "NPS from -5.1 to 35.0 by 2026-06-30T22:00:00Z: 10.9 (95% CI 4.8 to 16.9, n=928), BEHIND");
    }

    @Test
    void rows_of_a_group_by_count_as_many_answers_as_they_say() {
        long answers = MadeUpData.answers().stream()
                .filter(row -> row.recommend() != null)
                .count();

        assertThat(MadeUpData.counts().stream()
                        .mapToLong(NightlyBatch.CountRow::count)
                        .sum())
                .isEqualTo(answers)
                .isEqualTo(1_818);
    }

    @Test
    void the_help_desk_counts_open_tickets_and_gives_no_verdict_while_there_are_some() {
        Instant now = Instant.parse("2026-06-29T16:00:00Z");

        assertThat(new HelpDesk(MadeUpData.tickets(now), now).run())
                .contains(
                        "billing: 90 of 100 resolved after 121.6 h (95% CI 87.0 to 136.2, n=180, effective n=173.7),"
                                + " 4 of 180 still open",
                        "2026-06: 76.6% (95% CI 67.9 to 83.5, n=111), 5 pending, at the end between 73.3% and 77.6%",
                        "resolution time: -48.1% (95% CI -59.2 to -34.1, n=244), IMPROVED",
                        "resolution time: 3.3% (95% CI -18.9 to 31.6, n=234), INCONCLUSIVE",
                        "after: closed cases only: 5.2% (6 of 116) are still open, so times look shorter than they are",
                        "delivery: first response 49.0 min (95% CI 35.0 to 65.0, n=180) of opening hours",
                        "billing: PROCESS 91.8 (95% CI 90.6 to 93.1, n=119)",
                        "delivery: COMPENSATION 95.6 (95% CI 94.9 to 96.3, n=120)",
                        "billing against the other: WORSE");
    }

    @Test
    void the_complaints_program_finds_the_better_process_beyond_the_control_group_and_equal_treatment() {
        assertThat(new ModulePathProgram(MadeUpData.complaints(), MadeUpData.panel()).run())
                .contains(
                        "change: 4.4 (95% CI 1.4 to 7.3, n=281), IMPROVED",
                        "Aarhus: 80.9 (95% CI 78.7 to 83.0, n=138)",
                        "Aarhus against the rest: BETTER",
                        "effect: 4.2 (95% CI 0.5 to 7.8, n=834), IMPROVED, limits [PARALLEL_TRENDS_ASSUMED]",
                        "panel: 10.8 (95% CI 0.7 to 21.0, n=120), IMPROVED",
                        "detractors who became promoters: 1, moved down: 12",
                        "equity, paid: ALIKE, 1.044 (95% CI 0.967 to 1.128, n=834)");
    }
}
