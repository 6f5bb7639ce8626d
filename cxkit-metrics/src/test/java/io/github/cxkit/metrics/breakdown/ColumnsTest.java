package io.github.cxkit.metrics.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.MissingCodes;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Breakdowns of a column of groups and one of answers. */
class ColumnsTest {

    private static final RatingMetric MEAN = RatingMetric.mean("rating", Scale.highIsGood(1, 5));
    private static final List<String> REGIONS = List.of("north", "south", "west");

    @Test
    void columnsAreCountedPerGroup() {
        int[] group = {0, 2, 0, 2, 2};
        Breakdown<String, Nps> ofBytes =
                Breakdown.ofColumns(Nps.STANDARD, Nps::from, group, REGIONS, new byte[] {10, 9, 0, 8, 9});
        assertThat(ofBytes.groups()).extracting(Breakdown.Group::key).isEqualTo(REGIONS);
        assertThat(ofBytes.groups()).extracting(g -> g.score().count()).containsExactly(2L, 0L, 3L);
        assertThat(ofBytes.group("north").orElseThrow().score().distribution())
                .isEqualTo(RatingCounts.of(Nps.STANDARD.scale(), 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        assertThat(ofBytes.group("south").orElseThrow().isSuppressed()).isTrue();
        assertThat(ofBytes.group("west").orElseThrow().score().score()).isEqualTo(200.0 / 3);
        assertThat(ofBytes.total().promoters()).isEqualTo(3);
        assertThat(Breakdown.ofColumns(Nps.STANDARD, Nps::from, group, REGIONS, new int[] {10, 9, 0, 8, 9}))
                .isEqualTo(ofBytes);
    }

    @Test
    void eachReadingGivesItsOwnType() {
        int[] group = {0, 1};
        List<String> labels = List.of("web", "app");
        Breakdown<String, Csat> csat =
                Breakdown.ofColumns(Csat.TOP_2_OF_5, Csat::from, group, labels, new int[] {1, 5});
        Breakdown<String, Ces> ces = Breakdown.ofColumns(Ces.MEAN, Ces::from, group, labels, new byte[] {1, 7});
        assertThat(csat.total()).isEqualTo(Csat.of(1, 5));
        assertThat(ces.total()).isEqualTo(Ces.of(1, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakdown.ofColumns(MEAN, Nps::from, group, labels, new int[] {1, 5}))
                .withMessageContaining("an NPS needs a net definition");
    }

    @Test
    void missingAnswersAreCountedInTheirGroupAndNotInN() {
        MissingCodes codes = MissingCodes.none().withSkipped(-1).withNotApplicable(99);
        int[] group = {0, 0, 1, 1, 1, 2};
        int[] answers = {-1, 10, 99, 3, 99, -1};
        Breakdown<String, Nps> byRegion = Breakdown.ofColumns(Nps.STANDARD, Nps::from, group, REGIONS, answers, codes);
        assertThat(byRegion.groups()).extracting(g -> g.score().count()).containsExactly(1L, 1L, 0L);
        assertThat(byRegion.groups()).extracting(g -> g.score().skipped()).containsExactly(1L, 0L, 1L);
        assertThat(byRegion.groups()).extracting(g -> g.score().notApplicable()).containsExactly(0L, 2L, 0L);
        assertThat(byRegion.total().score()).isZero();
        assertThat(byRegion.total().skipped()).isEqualTo(2);
        assertThat(byRegion.total().notApplicable()).isEqualTo(2);
        assertThat(Breakdown.ofColumns(
                        Nps.STANDARD, Nps::from, group, REGIONS, new byte[] {-1, 10, 99, 3, 99, -1}, codes))
                .isEqualTo(byRegion);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakdown.ofColumns(
                        Nps.STANDARD,
                        Nps::from,
                        group,
                        REGIONS,
                        answers,
                        MissingCodes.none().withSkipped(10)))
                .withMessageStartingWith("code for skipped must not be a point of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakdown.ofColumns(
                        Nps.STANDARD,
                        Nps::from,
                        group,
                        REGIONS,
                        answers,
                        MissingCodes.none().withSkipped(-1)))
                .withMessageStartingWith("answers[2] must be in [0, 10], but was 99\nMaybe");
    }

    /** A code does not excuse a group that is not there. */
    @Test
    void theGroupOfAMissingAnswerIsChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakdown.ofColumns(
                        Nps.STANDARD,
                        Nps::from,
                        new int[] {0, 3},
                        REGIONS,
                        new int[] {9, -1},
                        MissingCodes.none().withSkipped(-1)))
                .withMessage("group[1] must be in [0, 3), but was 3");
    }

    @Test
    void scalesNeedNotBeginAtZeroAndGroupsAreListedInTheOrderOfTheirLabels() {
        int[] group = {0, 1, 1};
        List<String> labels = List.of("web", "app");
        Breakdown<String, CustomScore> ofBytes =
                Breakdown.ofColumns(MEAN, CustomScore::from, group, labels, new byte[] {1, 5, 4});
        assertThat(ofBytes.groups()).extracting(Breakdown.Group::key).containsExactly("app", "web");
        assertThat(ofBytes.group("web").orElseThrow().score().value()).isEqualTo(1);
        assertThat(ofBytes.group("app").orElseThrow().score().value()).isEqualTo(4.5);
        assertThat(Breakdown.ofColumns(MEAN, CustomScore::from, group, labels, new int[] {1, 5, 4}))
                .isEqualTo(ofBytes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakdown.ofColumns(
                        MEAN, CustomScore::from, group, List.of("a", "b", "a"), new byte[] {1, 5, 4}))
                .withMessage("labels must be different, but labels[2] stands at 0 as well");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Breakdown.ofColumns(MEAN, CustomScore::from, group, List.of("a", "a"), new int[] {1, 5, 4}))
                .withMessage("labels must be different, but labels[1] stands at 0 as well");
    }

    @Test
    void badColumnsAreRefusedByIndexAndBound() {
        RatingMetric nps = Nps.STANDARD;
        List<String> two = List.of("a", "b");
        for (int bad : new int[] {-1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            int[] group = {0, 1, bad};
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Breakdown.ofColumns(nps, Nps::from, group, two, new byte[3]))
                    .withMessage("group[2] must be in [0, 2), but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Breakdown.ofColumns(nps, Nps::from, group, two, new int[3]))
                    .withMessage("group[2] must be in [0, 2), but was " + bad);
        }
        for (int bad : new int[] {0, 6, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Breakdown.ofColumns(MEAN, CustomScore::from, new int[2], two, new int[] {1, bad}))
                    .withMessage("answers[1] must be in [1, 5], but was " + bad
                            + "\nMaybe it stands for a missing answer: name the code with MissingCodes.");
        }
        for (byte bad : new byte[] {-1, 11, 127, -128}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Breakdown.ofColumns(nps, Nps::from, new int[2], two, new byte[] {1, bad}))
                    .withMessageStartingWith("answers[1] must be in [0, 10], but was " + bad + "\n");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakdown.ofColumns(nps, Nps::from, new int[2], two, new byte[3]))
                .withMessage("group and answers must have the same length, but had 2 and 3");
        assertThat(Breakdown.ofColumns(nps, Nps::from, new int[0], List.<String>of(), new int[0])
                        .groups())
                .isEmpty();
    }
}
