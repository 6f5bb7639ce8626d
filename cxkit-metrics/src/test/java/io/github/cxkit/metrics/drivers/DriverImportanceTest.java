package io.github.cxkit.metrics.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriverImportanceTest {

    private static final double[][] AMONG = {{1, 0.65, 0.60}, {0.65, 1, 0.55}, {0.60, 0.55, 1}};
    private static final List<String> THREE = List.of("process", "interaction", "compensation");

    /** Ratings of 150 customers, as in the reference files. */
    private static DriverSample<String> ratings() {
        return DriverSample.of(
                ReferenceRows.of("drivers_cx_a.csv"),
                row -> ReferenceRows.number(row, "ltr"),
                ReferenceRows.columns(List.of("onboarding", "support", "billing", "website")));
    }

    @Test
    void sharesOutWhatFourRatingsTellOfRecommendation() {
        DriverImportance<String> importance = DriverImportance.of(ratings(), Bootstrap.seeded(42));
        assertThat(importance.rSquared()).isCloseTo(0.733, within(5e-4));
        assertThat(importance.ranking()).containsExactly("support", "onboarding", "billing", "website");
        assertThat(importance.drivers()).containsExactly("onboarding", "support", "billing", "website");
        assertThat(importance.percentage("support")).isCloseTo(60.6, within(0.05));
        assertThat(importance)
                .hasToString("R² 0.733 (n=150): support 60.6%, onboarding 23.9%, billing 10.6%, website 4.9%");
        assertThat(importance.interval("support").orElseThrow().contains(0.444)).isTrue();
        assertThat(importance.percentageInterval("support").orElseThrow().contains(60.6))
                .isTrue();
        assertThat(importance.unusableResamples()).isZero();
        assertThat(importance.notes()).isEmpty();
    }

    /** Three kinds of justice and satisfaction with the recovery. */
    @Test
    void sharesFromPublishedCorrelations() {
        DriverImportance<String> importance =
                DriverImportance.ofCorrelations(THREE, AMONG, new double[] {0.60, 0.65, 0.70}, 200);
        assertThat(importance.share("compensation")).isCloseTo(0.2616494896, within(1e-10));
        assertThat(importance.share("interaction")).isCloseTo(0.1961151282, within(1e-10));
        assertThat(importance.share("process")).isCloseTo(0.1398371264, within(1e-10));
        assertThat(importance.rSquared()).isCloseTo(0.5976017442, within(1e-10));
        assertThat(importance.count()).isEqualTo(200);
        assertThat(importance.correlation("interaction")).isEqualTo(0.65);
        assertThat(importance.interval("process")).isEmpty();
        assertThat(importance.percentageInterval("process")).isEmpty();
        assertThat(importance.notes()).isEmpty();
        assertThat(importance.unusableResamples()).isZero();
    }

    @Test
    void aShareHasNoSignAndTheCorrelationHas() {
        List<RatedCase> cases = RatedCase.draw(100, 1, 5, 1, 0, 0);
        List<RatedCase> mirrored =
                cases.stream().map(c -> c.withOutcome(-c.outcome())).toList();
        DriverImportance<String> one = DriverImportance.of(RatedCase.named(cases));
        DriverImportance<String> other = DriverImportance.of(RatedCase.named(mirrored));
        assertThat(other.share("process")).isCloseTo(one.share("process"), within(1e-12));
        assertThat(other.correlation("process")).isCloseTo(-one.correlation("process"), within(1e-12));
        assertThat(one.correlation("process")).isGreaterThan(0.9);
    }

    @Test
    void tenRowsForEachDriverAndOneMoreAreEnough() {
        assertThat(DriverImportance.of(RatedCase.named(RatedCase.draw(40, 3, 20, 1, 1, 1)))
                        .count())
                .isEqualTo(40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.of(RatedCase.named(RatedCase.draw(39, 3, 20, 1, 1, 1))))
                .withMessage("number of complete rows must be at least 40 for 3 drivers, but was 39");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.ofCorrelations(THREE, AMONG, new double[] {0.6, 0.6, 0.6}, 39))
                .withMessage("number of complete rows must be at least 40 for 3 drivers, but was 39");
    }

    @Test
    void whatDoesNotVaryIsNamed() {
        List<RatedCase> cases = RatedCase.draw(50, 3, 20, 1, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.of(RatedCase.named(
                        cases.stream().map(c -> c.withOutcome(0.1)).toList())))
                .withMessage("outcome must vary, but is the same in all 50 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.of(RatedCase.named(cases.stream()
                        .map(c -> new RatedCase(c.process(), 70, c.compensation(), c.outcome()))
                        .toList())))
                .withMessage("driver interaction must vary, but is the same in all 50 rows");
    }

    @Test
    void varyingInNothingButRoundingIsNotVarying() {
        List<RatedCase> cases = RatedCase.draw(50, 3, 20, 1, 1, 1).stream()
                .map(c -> c.withOutcome(c.outcome() > 75 ? 0.1 + 0.2 : 0.3))
                .toList();
        assertThat(cases.stream().map(RatedCase::outcome).distinct()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.of(RatedCase.named(cases)))
                .withMessageStartingWith("outcome must vary");
    }

    @Test
    void driversThatDetermineEachOtherAreNamedAndTheOthersAreNot() {
        List<RatedCase> cases = RatedCase.draw(80, 3, 20, 1, 1, 1);
        Map<String, ToDoubleFunction<RatedCase>> drivers = new LinkedHashMap<>();
        drivers.put("outcome itself", RatedCase::outcome);
        drivers.put("process", RatedCase::process);
        drivers.put("interaction", RatedCase::interaction);
        drivers.put("both", c -> c.process() + 2 * c.interaction());
        drivers.put("compensation", RatedCase::compensation);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.of(
                        DriverSample.of(cases, c -> c.outcome() + c.compensation() * c.process(), drivers)))
                .withMessage("drivers must not determine each other, but process, interaction, both do\n"
                        + "Maybe leave one of them out.");
    }

    @Test
    void collinearCorrelationsAreRefused() {
        double[][] equal = {{1, 1, 0.2}, {1, 1, 0.2}, {0.2, 0.2, 1}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.ofCorrelations(THREE, equal, new double[] {0.3, 0.3, 0.3}, 100))
                .withMessageStartingWith("drivers must not determine each other, but process, interaction do");
    }

    @Test
    void nearlyCollinearDriversAreToldApart() {
        double near = 1 - 1e-6;
        DriverImportance<String> importance = DriverImportance.ofCorrelations(
                List.of("one", "other"), new double[][] {{1, near}, {near, 1}}, new double[] {0.5, 0.5}, 100);
        assertThat(importance.share("one")).isCloseTo(0.125, within(1e-6));
        assertThat(importance.share("other")).isCloseTo(0.125, within(1e-6));
    }

    @Test
    void correlationsThatCannotBeAreRefused() {
        double[] outcome = {0.6, 0.6, 0.6};
        refused(new double[][] {{1, 0}, {0, 1}}, outcome, "number of rows of correlations must be 3, but was 2");
        refused(
                new double[][] {{1, 0, 0}, {0, 1}, {0, 0, 1}},
                outcome,
                "number of correlations of interaction must be 3, but was 2");
        refused(AMONG, new double[] {0.6}, "number of correlations with the outcome must be 3, but was 1");
        refused(
                new double[][] {{1, 0, 0}, {0.1, 1, 0}, {0, 0, 1}},
                outcome,
                "correlation of interaction with process must be 0.0, but was 0.1");
        refused(
                new double[][] {{1, 0, 0}, {0, 0.9, 0}, {0, 0, 1}},
                outcome,
                "correlation of interaction with interaction must be 1.0, but was 0.9");
        refused(
                new double[][] {{1, 0, 1.1}, {0, 1, 0}, {1.1, 0, 1}},
                outcome,
                "correlation of process with compensation must be in [-1, 1], but was 1.1");
        refused(
                AMONG,
                new double[] {0.6, Double.NaN, 0.6},
                "correlation of interaction with the outcome must be in [-1, 1], but was NaN");
        refused(AMONG, new double[] {0.6, 0.6, -1.5}, "must be in [-1, 1], but was -1.5");
        refused(AMONG, new double[] {0.9, -0.9, 0.1}, "R² must be at most 1, but was 4.6299");
    }

    private static void refused(double[][] among, double[] withOutcome, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.ofCorrelations(THREE, among, withOutcome, 100))
                .withMessageContaining(message);
    }

    @Test
    void aPerfectFitIsNoError() {
        List<RatedCase> exact = RatedCase.draw(60, 3, 0, 1, 2, 3);
        assertThat(DriverImportance.of(RatedCase.named(exact)).rSquared()).isCloseTo(1, within(1e-12));
    }

    @Test
    void driversThatTellNothingHaveNoPercentages() {
        DriverImportance<String> importance =
                DriverImportance.ofCorrelations(THREE, AMONG, new double[] {0, 0, 0}, 100);
        assertThat(importance.rSquared()).isZero();
        assertThat(importance.share("process")).isZero();
        assertThat(importance)
                .hasToString("R² 0.000 (n=100): [process, interaction, compensation] tell nothing of the outcome");
        assertThatIllegalStateException()
                .isThrownBy(() -> importance.percentage("process"))
                .withMessage("percentages of R² are undefined where R² is 0");
    }

    @Test
    void anUnknownDriverIsRefused() {
        DriverImportance<String> importance =
                DriverImportance.ofCorrelations(THREE, AMONG, new double[] {0.6, 0.6, 0.6}, 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> importance.share("price"))
                .withMessage("driver must be one of [process, interaction, compensation], but was price");
        assertThatNullPointerException().isThrownBy(() -> DriverImportance.of(ratings(), null));
    }

    @Test
    void largeOffsetsDoNotCancel() {
        List<RatedCase> cases = RatedCase.draw(100, 5, 20, 1, 2, 3);
        List<RatedCase> shifted = cases.stream()
                .map(c -> new RatedCase(
                        1e9 + c.process(), c.interaction() - 1e9, 1e9 + c.compensation(), 1e9 + c.outcome()))
                .toList();
        DriverImportance<String> one = DriverImportance.of(RatedCase.named(cases), Bootstrap.seeded(1));
        DriverImportance<String> other = DriverImportance.of(RatedCase.named(shifted), Bootstrap.seeded(1));
        for (String driver : one.drivers()) {
            assertThat(other.share(driver)).isCloseTo(one.share(driver), within(1e-7));
            assertThat(other.interval(driver).orElseThrow().lower())
                    .isCloseTo(one.interval(driver).orElseThrow().lower(), within(1e-7));
        }
    }

    /** The same draws, each resample as a list of rows and fitted by itself. */
    @Test
    void theLimitsArePercentilesOfResampledRows() {
        List<RatedCase> cases = RatedCase.draw(60, 7, 20, 0.5, 0.3, 0.2);
        Bootstrap bootstrap = Bootstrap.seeded(11).withResamples(219);
        SplittableRandom random = new SplittableRandom(11);
        double[] shares = new double[219];
        double[] percentages = new double[219];
        for (int resample = 0; resample < 219; resample++) {
            List<RatedCase> drawn = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                drawn.add(cases.get(random.nextInt(cases.size())));
            }
            DriverImportance<String> importance = DriverImportance.of(RatedCase.named(drawn));
            shares[resample] = importance.share("interaction");
            percentages[resample] = importance.percentage("interaction");
        }
        Arrays.sort(shares);
        Arrays.sort(percentages);
        DriverImportance<String> importance = DriverImportance.of(RatedCase.named(cases), bootstrap);
        Interval interval = importance.interval("interaction").orElseThrow();
        assertThat(interval.lower()).isCloseTo((shares[4] + shares[5]) / 2, within(1e-12));
        assertThat(interval.upper()).isCloseTo((shares[213] + shares[214]) / 2, within(1e-12));
        Interval inPercent = importance.percentageInterval("interaction").orElseThrow();
        assertThat(inPercent.lower()).isCloseTo((percentages[4] + percentages[5]) / 2, within(1e-10));
        assertThat(inPercent.upper()).isCloseTo((percentages[213] + percentages[214]) / 2, within(1e-10));
    }

    @Test
    void theSeedDecides() {
        DriverSample<String> sample = ratings();
        Bootstrap bootstrap = Bootstrap.seeded(1).withResamples(200);
        Interval once =
                DriverImportance.of(sample, bootstrap).interval("billing").orElseThrow();
        Interval again =
                DriverImportance.of(sample, bootstrap).interval("billing").orElseThrow();
        Interval other = DriverImportance.of(sample, Bootstrap.seeded(2).withResamples(200))
                .interval("billing")
                .orElseThrow();
        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void aLimitOnTheWrongSideIsMovedToTheShareAndANoteSaysSo() {
        DriverImportance<String> importance = DriverImportance.of(
                RatedCase.named(orthogonal()), Bootstrap.seeded(1).withResamples(400));
        assertThat(importance.share("compensation")).isCloseTo(0, within(1e-12));
        Interval interval = importance.interval("compensation").orElseThrow();
        assertThat(interval.lower()).isEqualTo(importance.share("compensation"));
        assertThat(interval.upper()).isGreaterThan(0.001);
        assertThat(importance.percentageInterval("compensation").orElseThrow().lower())
                .isEqualTo(importance.percentage("compensation"));
        assertThat(importance.notes())
                .contains("a limit of compensation was moved to its share, for the resamples lie beside it");
    }

    /** All combinations of three scores, eight times, with an outcome that goes with one of them alone. */
    private static List<RatedCase> orthogonal() {
        return IntStream.range(0, 64)
                .mapToObj(i -> new RatedCase(i & 1, (i >> 1) & 1, (i >> 2) & 1, (i & 1) + ((i >> 3) & 1)))
                .toList();
    }

    /** Of 60 customers 5 left: a resample without any of them comes up 54 times in 10,000. */
    @Test
    void resamplesWithoutVariationAreCounted() {
        DriverImportance<String> importance = DriverImportance.of(RatedCase.named(leavers(60, 5)), Bootstrap.seeded(1));
        assertThat(importance.unusableResamples()).isBetween(1, 20);
        assertThat(importance.interval("process")).isPresent();
        assertThat(importance.percentageInterval("process")).isPresent();
        assertThat(importance.notes())
                .contains(
                        importance.unusableResamples() + " resamples have no shares, for their outcome does not vary");
    }

    @Test
    void tooManyOfThemLeaveNoInterval() {
        DriverImportance<String> importance = DriverImportance.of(
                RatedCase.named(leavers(60, 2)), Bootstrap.seeded(1).withResamples(300));
        assertThat(importance.unusableResamples()).isBetween(20, 60);
        assertThat(importance.interval("process")).isEmpty();
        assertThat(importance.percentageInterval("process")).isEmpty();
        assertThat(importance.notes())
                .containsExactly(
                        importance.unusableResamples()
                                + " resamples have no shares, for their outcome does not vary; these are too many for an interval");
    }

    private static List<RatedCase> leavers(int cases, int leaving) {
        List<RatedCase> drawn = RatedCase.draw(cases, 3, 1, 1, 1, 1);
        return IntStream.range(0, cases)
                .mapToObj(i -> drawn.get(i).withOutcome(i < leaving ? 0 : 1))
                .toList();
    }

    @Test
    void aDriverThatDoesNotVaryInAResampleTellsNothingThere() {
        List<RatedCase> rare = new ArrayList<>();
        List<RatedCase> drawn = RatedCase.draw(60, 3, 20, 1, 1, 1);
        for (int i = 0; i < drawn.size(); i++) {
            rare.add(new RatedCase(
                    i == 0 ? 1 : 0,
                    drawn.get(i).interaction(),
                    drawn.get(i).compensation(),
                    drawn.get(i).outcome()));
        }
        DriverImportance<String> importance =
                DriverImportance.of(RatedCase.named(rare), Bootstrap.seeded(1).withResamples(200));
        assertThat(importance.unusableResamples()).isZero();
        assertThat(importance.interval("process").orElseThrow().lower()).isZero();
    }

    @Test
    void driversInPlainValuesWithAndWithoutIntervals() {
        DriverImportance<String> importance = DriverImportance.of(ratings(), Bootstrap.seeded(42));
        DriverImportance.View<String> view = importance.view();
        assertThat(view.rSquared()).isEqualTo(importance.rSquared());
        assertThat(view.n()).isEqualTo(150);
        assertThat(view.drivers())
                .extracting(DriverImportance.DriverView::driver)
                .containsExactly("support", "onboarding", "billing", "website");
        assertThat(view.drivers().get(0))
                .isEqualTo(new DriverImportance.DriverView<>(
                        "support",
                        importance.share("support"),
                        importance.interval("support").orElseThrow().lower(),
                        importance.interval("support").orElseThrow().upper(),
                        importance.percentage("support"),
                        importance.alone("support"),
                        importance.last("support"),
                        importance.correlation("support")));

        DriverImportance.DriverView<String> bare =
                DriverImportance.of(ratings()).view().drivers().get(0);
        assertThat(bare.lower()).isNull();
        assertThat(bare.upper()).isNull();
    }

    @Test
    void whereNothingIsToldThereAreNoPercentagesInPlainValues() {
        DriverImportance<String> nothing = DriverImportance.ofCorrelations(THREE, AMONG, new double[3], 200);

        assertThat(nothing.view().drivers()).hasSize(3).allMatch(driver -> driver.percentage() == null);
    }
}
