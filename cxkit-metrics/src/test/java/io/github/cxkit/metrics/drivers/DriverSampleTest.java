package io.github.cxkit.metrics.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DriverSampleTest {

    private record Survey(double support, double billing, double recommend) {}

    @Test
    void readsTheCallersOwnRows() {
        List<Survey> surveys = List.of(new Survey(4, 3, 9), new Survey(2, 5, 6));
        Map<String, ToDoubleFunction<Survey>> drivers = new LinkedHashMap<>();
        drivers.put("support", Survey::support);
        drivers.put("billing", Survey::billing);
        DriverSample<String> sample = DriverSample.of(surveys, Survey::recommend, drivers);
        assertThat(sample.drivers()).containsExactly("support", "billing");
        assertThat(sample.count()).isEqualTo(2);
        assertThat(sample.incompleteCount()).isZero();
        assertThat(sample).hasToString("2 drivers [support, billing], 2 rows, 0 incomplete");
    }

    @Test
    void driversMayBeNamedOnTheSpot() {
        assertThat(DriverSample.of(List.of(new Survey(4, 3, 9)), Survey::recommend, Map.of("support", Survey::support))
                        .drivers())
                .containsExactly("support");
    }

    @Test
    void incompleteRowsAreCountedApartWhicheverValueIsMissing() {
        List<double[]> rows = List.of(
                new double[] {1, 2, 3},
                new double[] {Double.NaN, 2, 3},
                new double[] {1, Double.NaN, 3},
                new double[] {1, 2, Double.NaN},
                new double[] {4, 5, 6});
        Map<String, Function<double[], OptionalDouble>> drivers = new LinkedHashMap<>();
        drivers.put("one", row -> answered(row[0]));
        drivers.put("other", row -> answered(row[1]));
        DriverSample<String> sample = DriverSample.skippingIncomplete(rows, row -> answered(row[2]), drivers);
        assertThat(sample.count()).isEqualTo(2);
        assertThat(sample.incompleteCount()).isEqualTo(3);
        assertThat(sample).hasToString("2 drivers [one, other], 2 rows, 3 incomplete");
    }

    private static OptionalDouble answered(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Test
    void incompleteRowsChangeNothingElseAndAreNamedWhereTooFewAreLeft() {
        List<RatedCase> cases = RatedCase.draw(80, 5, 20, 1, 1, 1);
        Map<String, Function<RatedCase, OptionalDouble>> drivers = new LinkedHashMap<>();
        drivers.put("process", c -> c.process() < 60 ? OptionalDouble.of(c.process()) : OptionalDouble.empty());
        drivers.put("interaction", c -> OptionalDouble.of(c.interaction()));
        List<RatedCase> complete = cases.stream().filter(c -> c.process() < 60).toList();
        DriverSample<String> sample =
                DriverSample.skippingIncomplete(cases, c -> OptionalDouble.of(c.outcome()), drivers);
        DriverImportance<String> importance = DriverImportance.of(sample);
        assertThat(importance.count()).isEqualTo(complete.size());
        assertThat(importance.correlation("process"))
                .isCloseTo(DriverImportance.of(RatedCase.named(complete)).correlation("process"), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.of(DriverSample.skippingIncomplete(
                        cases.subList(0, 31),
                        c -> c.equals(cases.get(0)) || c.equals(cases.get(1))
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(c.outcome()),
                        Map.of(
                                "one",
                                c -> OptionalDouble.of(c.process()),
                                "other",
                                c -> OptionalDouble.of(c.interaction())))))
                .withMessage("number of complete rows must be at least 30 for 2 drivers, but was 29 (2 incomplete)");
    }

    @Test
    void whatIsNoNumberIsRefusedByName() {
        refused(new Survey(Double.NaN, 1, 1), "driver support must be in [-1e100, 1e100], but was NaN");
        refused(
                new Survey(1, Double.NEGATIVE_INFINITY, 1),
                "driver billing must be in [-1e100, 1e100], but was -Infinity");
        refused(new Survey(1, 1, 1e101), "outcome must be in [-1e100, 1e100], but was 1.0E101");
    }

    private static void refused(Survey survey, String message) {
        Map<String, ToDoubleFunction<Survey>> drivers = Map.of("support", Survey::support, "billing", Survey::billing);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverSample.of(List.of(new Survey(1, 1, 1), survey), Survey::recommend, drivers))
                .withMessage(message);
    }

    @Test
    void oneToTwelveDrivers() {
        assertThat(DriverSample.of(List.of(), row -> 0, drivers(12)).drivers()).hasSize(12);
        assertThat(DriverSample.of(List.of(), row -> 0, drivers(12)).count()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverSample.of(List.of(), row -> 0, drivers(13)))
                .withMessage("number of drivers must be in [1, 12], but was 13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverSample.of(List.of(), row -> 0, drivers(0)))
                .withMessage("number of drivers must be in [1, 12], but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverImportance.ofCorrelations(
                        List.of("a", "a"), new double[][] {{1, 0}, {0, 1}}, new double[] {0, 0}, 100))
                .withMessage("drivers must differ, but were [a, a]");
    }

    private static Map<Integer, ToDoubleFunction<Object>> drivers(int number) {
        Map<Integer, ToDoubleFunction<Object>> drivers = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            drivers.put(i, row -> 1);
        }
        return drivers;
    }

    @Test
    void twelveDriversAreShared() {
        SplittableRandom random = new SplittableRandom(1);
        List<double[]> rows =
                Stream.generate(() -> random.doubles(13).toArray()).limit(130).toList();
        Map<Integer, ToDoubleFunction<double[]>> drivers = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            int column = i;
            drivers.put(i, row -> row[column]);
        }
        DriverImportance<Integer> importance =
                DriverImportance.of(DriverSample.of(rows, row -> row[12] + row[0], drivers));
        assertThat(importance.drivers().stream().mapToDouble(importance::share).sum())
                .isCloseTo(importance.rSquared(), within(1e-12));
        assertThat(importance.ranking().get(0)).isZero();
    }

    @Test
    void nothingMayBeNull() {
        Map<Integer, ToDoubleFunction<Object>> one = drivers(1);
        assertThatNullPointerException()
                .isThrownBy(() -> DriverSample.of(Arrays.asList(1, null), row -> 0, one))
                .withMessage("row");
        assertThatNullPointerException()
                .isThrownBy(() -> DriverSample.of(List.of(), null, one))
                .withMessage("outcome");
    }
}
