package io.github.cxkit.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.examples.programs.ThreeTables.Answered;
import io.github.cxkit.examples.programs.ThreeTables.Event;
import io.github.cxkit.examples.programs.ThreeTables.Refund;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.recovery.CaseFairness.Note;
import io.github.cxkit.recovery.FairnessChange;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Three tables of made-up rows. */
class ThreeTablesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant WRITTEN = MONDAY.plus(Duration.ofDays(30));

    private final List<Event> events = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final List<Answered> answers = new ArrayList<>();

    private void event(String ticket, String team, int hours, String what) {
        events.add(new Event(ticket, team, MONDAY.plus(Duration.ofHours(hours)), what, team + "-1"));
    }

    /** The north replies in time; the south does to every other ticket, and never to the rest. */
    private Map<String, FairnessSummary> teams() {
        for (int i = 0; i < 60; i++) {
            String team = i % 2 == 0 ? "north" : "south";
            String ticket = "ticket-" + i;
            boolean isAnswered = team.equals("north") || i % 4 == 1;
            event(ticket, team, 0, "opened");
            if (isAnswered) {
                event(ticket, team, 1 + i % 5, "replied");
                event(ticket, team, 20 + i, "resolved");
            }
            if (i % 10 != 9) {
                refunds.add(new Refund(ticket, Money.parse("EUR 100"), Money.parse("EUR " + (70 + i % 7)), true));
            }
            if (i % 3 == 0) {
                answers.add(new Answered(ticket, isAnswered ? 6 : 2));
            }
        }
        return ThreeTables.byTeam(events, refunds, answers, WRITTEN);
    }

    @Test
    void fairnessPerTeamAndWhatStaysUnknown() {
        Map<String, FairnessSummary> teams = teams();
        FairnessSummary north = teams.get("north");
        FairnessSummary south = teams.get("south");

        assertThat(north.overall().metric().name()).isEqualTo("fairness of PROCESS and COMPENSATION (partial)");
        assertThat(north.count()).isEqualTo(30);
        assertThat(north.overall().count()).isEqualTo(30);
        assertThat(south.overall().caveats())
                .containsExactly("6 of 30 cases have no point\nMaybe use FairnessChange.between.");
        assertThat(south.countWith(Note.BREACHED_UNANSWERED)).isEqualTo(15);
        assertThat(north.fair().isEmpty())
                .as("a partial score calls no case fair")
                .isTrue();
        assertThat(north.dimension(FairnessDimension.INTERACTION).cases())
                .as("no table tells how customers were met")
                .isZero();
        assertThat(north.perceived(FairnessDimension.INTERACTION).count()).isEqualTo(10);
        assertThat(ThreeTables.report(south)).hasSize(5).allMatch(line -> !line.contains("ticket-"));
    }

    @Test
    void aReplyThatNeverCameCountsAgainstTheTeam() {
        Map<String, FairnessSummary> teams = teams();
        FairnessChange process = FairnessChange.between(
                teams.get("south").dimension(FairnessDimension.PROCESS),
                teams.get("north").dimension(FairnessDimension.PROCESS));
        assertThat(process.change().verdict()).isEqualTo(Verdict.IMPROVED);
        FairnessChange overall = FairnessChange.between(
                teams.get("south").overall(), teams.get("north").overall());
        assertThat(overall.notes()).containsExactly("before: 6 of 30 cases have no point");
        assertThat(overall.value()).isPositive();
    }
}
