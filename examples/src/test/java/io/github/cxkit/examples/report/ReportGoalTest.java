package io.github.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.examples.Run;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.Nps;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals, from a baseline to a target by a day. */
class ReportGoalTest {

    @TempDir
    private Path folder;

    private static final List<String> LINES = lines();

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("nps,csat,date"));
        add(lines, 300, 200, "2026-01-05");
        add(lines, 170, 80, "2026-04-05");
        add(lines, 180, 70, "2026-05-05");
        add(lines, 3, 0, "2026-06-05");
        add(lines, 5, 0, "");
        return lines;
    }

    private static void add(List<String> lines, int promoters, int detractors, String date) {
        lines.addAll(Collections.nCopies(promoters, "9,5," + date));
        lines.addAll(Collections.nCopies(detractors, "3,2," + date));
    }

    /** From 20 to 60 in 214 days, of which 61 have passed. */
    private static final Goal GOAL = Goal.baseline(
                    Nps.promoters(300).passives(0).detractors(200))
            .target(60)
            .start(Instant.parse("2026-04-01T00:00:00Z"))
            .deadline(Instant.parse("2026-11-01T00:00:00Z"));

    private static final Goal.Progress PROGRESS = GOAL.evaluate(
            Nps.promoters(350).passives(0).detractors(150), Instant.parse("2026-06-01T00:00:00Z"), 500 * 214 / 61);

    private static final String FROM = "2026-01..2026-03:2026-04..2026-05";

    private Object goal(String... options) {
        Run run = Run.report(
                folder,
                LINES,
                Stream.concat(Stream.of("--format", "json"), Arrays.stream(options))
                        .toArray(String[]::new));
        return JsonMaps.at(JsonMaps.object(run.out()), "goals", 0);
    }

    @Test
    void jsonSaysHowTheGoalStands() {
        Object json = goal("--goal", "NPS=60@2026-10-31", "--goal-from", FROM);
        assertThat(PROGRESS.status()).isEqualTo(Goal.Status.ON_TRACK);
        assertThat(JsonMaps.at(json, "metric")).isEqualTo("NPS");
        assertThat(JsonMaps.at(json, "status")).isEqualTo("on_track");
        assertThat(JsonMaps.at(json, "beyond_doubt")).isEqualTo(PROGRESS.isBeyondDoubt());
        assertThat((Double) JsonMaps.at(json, "estimate")).isCloseTo(40, within(1e-12));
        assertThat((Double) JsonMaps.at(json, "line")).isCloseTo(20 + 40 * 61 / 214.0, within(1e-12));
        assertThat(JsonMaps.at(json, "start")).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(JsonMaps.at(json, "at")).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(JsonMaps.at(json, "deadline")).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(JsonMaps.at(json, "expected_by_deadline")).isEqualTo(500 * 214 / 61);
        assertThat(((Number) JsonMaps.at(json, "answers_needed")).longValue())
                .isEqualTo(GOAL.answersNeeded().orElseThrow());
        assertThat(JsonMaps.at(json, "baseline", "n")).isEqualTo(500);
    }

    @Test
    void textSaysItInPlainWords() {
        String text = Run.report(folder, LINES, "--goal", "nps=60@2026-10-31", "--goal-from", FROM)
                .out();
        assertThat(text)
                .isASCII()
                .contains("Goal: NPS from 20.0 to 60.0 by 2026-10-31\n  On track: at the straight line")
                .contains("So far, 2026-04..2026-05: 40.0 (95% interval ")
                .contains("n 500). The straight line to the target stands at 31.4.")
                .contains("To tell 60.0 from 20.0 with a power of 80% takes "
                        + GOAL.answersNeeded().orElseThrow() + " answers at each end")
                .contains("and 1754 are expected");
    }

    @Test
    void csvHasARowPerGoal() {
        List<String> row = Run.report(
                        folder, LINES, "--goal", "NPS=60@2026-10-31", "--goal-from", FROM, "--format", "csv")
                .csvRow("goal NPS=60@2026-10-31", FROM, "NPS");
        assertThat(row).hasSize(31);
        assertThat(row.get(8)).isEqualTo("500");
        assertThat(row.get(15)).isEqualTo("on_track");
    }

    @Test
    void aNameIsTypedWithoutRegardToCase() {
        Object json = goal("--goal", "csat mean (1 to 5)=4.5@2026-10-31", "--goal-from", FROM, "--trend", "month");
        assertThat(JsonMaps.at(json, "metric")).isEqualTo("CSAT mean (1 to 5)");
    }

    @Test
    void aRelativeTargetIsAChangeInPerCent() {
        Object json = goal("--goal", "CSAT top-2 of 5=+10%@2026-10-31", "--goal-from", FROM, "--trend", "month");
        assertThat(JsonMaps.at(json, "relative")).isEqualTo(true);
        assertThat((Double) JsonMaps.at(json, "target_value")).isCloseTo(66, within(1e-9));
        assertThat((Double) JsonMaps.at(json, "estimate")).isCloseTo(100 * (70.0 / 60 - 1), within(1e-9));
        assertThat(Run.report(folder, LINES, "--goal", "CSAT top-2 of 5=+10%@2026-10-31", "--goal-from", FROM)
                        .out())
                .contains("Goal: CSAT top-2 of 5 from 60.0% to 66.0% by 2026-10-31 (10.0%)")
                .contains("Change so far, 2026-04..2026-05: 16.7%");
    }

    @Test
    void tooFewAnswersSayNothing() {
        String[] options = {"--goal", "NPS=60@2026-10-31", "--goal-from", "2026-01:2026-06"};
        assertThat(Run.report(folder, LINES, options).out()).contains("Too few answers so far to say: 3 in 2026-06.");
        assertThat(JsonMaps.at(goal(options), "status")).isNull();
        assertThat(JsonMaps.at(goal(options), "estimate")).isNull();
    }

    @Test
    void theDeadlineMayLieWithinTheLastPeriod() {
        Object json = goal("--goal", "NPS=60@2026-05-20", "--goal-from", FROM);
        assertThat(JsonMaps.at(json, "at")).isEqualTo("2026-05-21T00:00:00Z");
        assertThat(JsonMaps.at(json, "status")).isEqualTo("missed");
        assertThat(JsonMaps.at(json, "expected_by_deadline")).isEqualTo(500);
    }

    @Test
    void aGoalThatIsNoneIsAnErrorInOneLine() {
        String goal = "NPS=60@2026-10-31";
        assertError("need each other", "--goal", goal);
        assertError("need each other", "--goal-from", FROM);
        assertError("must be METRIC=TARGET@YYYY-MM-DD", "--goal", "NPS 60", "--goal-from", FROM);
        assertError("no such date as 2026-02-30", "--goal", "NPS=60@2026-02-30", "--goal-from", FROM);
        assertError("(+10% or -10%)", "--goal", "CSAT top-2 of 5=10%@2026-10-31", "--goal-from", FROM);
        assertError(
                "none of the scores: NPS, CSAT top-2 of 5, CSAT mean (1 to 5)",
                "--goal",
                "CES=6@2026-10-31",
                "--goal-from",
                FROM);
        assertError("no true zero", "--goal", "NPS=+10%@2026-10-31", "--goal-from", FROM);
        assertError("must be above the baseline", "--goal", "NPS=10@2026-10-31", "--goal-from", FROM);
        assertError("target", "--goal", "NPS=101@2026-10-31", "--goal-from", FROM);
        assertError("--goal-from must be BEFORE:AFTER", "--goal", goal, "--goal-from", "2026-01");
        assertError("no breakdown has the groups", "--goal", goal, "--goal-from", "2025-01:2026-04");
        assertError("no breakdown has the groups", "--goal", goal, "--goal-from", FROM, "--month", "none");
        assertError("needs a baseline, but 2026-02", "--goal", goal, "--goal-from", "2026-02:2026-04");
        assertError("needs a baseline before", "--goal", goal, "--goal-from", "2026-05:2026-04");
        assertError("when the group unknown was", "--goal", goal, "--goal-from", "2026-01:unknown");
        assertError("deadline before the last", "--goal", "NPS=60@2026-04-30", "--goal-from", FROM);
        assertError("--goal needs a --confidence", "--goal", goal, "--goal-from", FROM, "--confidence", "0.5");
    }

    private void assertError(String message, String... options) {
        Run run = Run.report(folder, LINES, options);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }
}
