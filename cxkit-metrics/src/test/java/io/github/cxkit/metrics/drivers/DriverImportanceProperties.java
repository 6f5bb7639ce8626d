package io.github.cxkit.metrics.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws of the shares of R². */
class DriverImportanceProperties {

    /** Rows of correlated drivers with an outcome in the last place. */
    private static List<double[]> rows(long seed, int drivers) {
        SplittableRandom random = new SplittableRandom(seed);
        double common = random.nextDouble();
        double[] slopes = random.doubles(drivers, -1, 1).toArray();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 10 * (drivers + 1); i++) {
            double[] row = new double[drivers + 1];
            double shared = random.nextGaussian();
            for (int j = 0; j < drivers; j++) {
                row[j] = common * shared + random.nextGaussian();
                row[drivers] += slopes[j] * row[j];
            }
            row[drivers] += random.nextGaussian();
            rows.add(row);
        }
        return rows;
    }

    private static DriverImportance<Integer> importance(List<double[]> rows, int... order) {
        Map<Integer, ToDoubleFunction<double[]>> drivers = new LinkedHashMap<>();
        for (int driver : order) {
            drivers.put(driver, row -> row[driver]);
        }
        return DriverImportance.of(DriverSample.of(rows, row -> row[row.length - 1], drivers));
    }

    private static int[] inOrder(int drivers) {
        return IntStream.range(0, drivers).toArray();
    }

    @Property(tries = 200)
    void theSharesSumToRSquaredAndThePercentagesTo100(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int drivers) {
        DriverImportance<Integer> importance = importance(rows(seed, drivers), inOrder(drivers));
        assertThat(importance.drivers().stream().mapToDouble(importance::share).sum())
                .isCloseTo(importance.rSquared(), within(1e-12));
        assertThat(importance.drivers().stream()
                        .mapToDouble(importance::percentage)
                        .sum())
                .isCloseTo(100, within(1e-10));
        assertThat(importance.rSquared()).isBetween(0.0, 1 + 1e-12);
    }

    @Property(tries = 200)
    void aShareLiesAmongTheGainsOfTheDriver(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int drivers) {
        DriverImportance<Integer> importance = importance(rows(seed, drivers), inOrder(drivers));
        for (Integer driver : importance.drivers()) {
            assertThat(importance.share(driver)).isGreaterThanOrEqualTo(0);
            assertThat(importance.share(driver))
                    .isGreaterThanOrEqualTo((importance.alone(driver) + importance.last(driver)) / drivers - 1e-12);
            assertThat(importance.alone(driver)).isCloseTo(Math.pow(importance.correlation(driver), 2), within(1e-12));
        }
    }

    @Property(tries = 200)
    void oneDriverHasAllOfIt(@ForAll long seed) {
        DriverImportance<Integer> importance = importance(rows(seed, 1), 0);
        assertThat(importance.share(0)).isCloseTo(Math.pow(importance.correlation(0), 2), within(1e-12));
        assertThat(importance.last(0)).isEqualTo(importance.rSquared());
        assertThat(importance.percentage(0)).isEqualTo(100);
    }

    @Property(tries = 100)
    void neitherTheOrderOfTheDriversNorTheirUnitsMatter(
            @ForAll long seed,
            @ForAll @IntRange(min = -6, max = 6) int exponent,
            @ForAll @DoubleRange(min = -100, max = 100) double offset) {
        List<double[]> rows = rows(seed, 4);
        double unit = Math.pow(10, exponent);
        DriverImportance<Integer> one = importance(rows, 0, 1, 2, 3);
        List<double[]> changed = rows.stream()
                .map(row ->
                        new double[] {row[0] * unit + offset * unit, -row[1], row[2] + offset, row[3], row[4] * unit})
                .toList();
        DriverImportance<Integer> other = importance(changed, 2, 0, 3, 1);
        for (int driver = 0; driver < 4; driver++) {
            assertThat(other.share(driver)).isCloseTo(one.share(driver), within(1e-10));
            assertThat(other.last(driver)).isCloseTo(one.last(driver), within(1e-10));
        }
    }

    /** Each order of the drivers by itself, each R² by least squares with rotations of the rows: no matrix of correlations. */
    @Property(tries = 30)
    void theShareIsTheMeanGainOverAllOrders(@ForAll long seed) {
        List<double[]> rows = rows(seed, 4);
        DriverImportance<Integer> importance = importance(rows, 0, 1, 2, 3);
        double[] gains = new double[4];
        int orders = 0;
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                for (int c = 0; c < 4; c++) {
                    int d = 6 - a - b - c;
                    if (a != b && a != c && b != c) {
                        orders++;
                        int[] order = {a, b, c, d};
                        double before = 0;
                        for (int i = 0; i < 4; i++) {
                            double after = leastSquares(rows, Arrays.copyOf(order, i + 1));
                            gains[order[i]] += after - before;
                            before = after;
                        }
                    }
                }
            }
        }
        assertThat(orders).isEqualTo(24);
        for (int driver = 0; driver < 4; driver++) {
            assertThat(importance.share(driver)).isCloseTo(gains[driver] / orders, within(1e-10));
        }
    }

    /** R² by making the columns orthogonal to each other, one after the other (Gram and Schmidt). */
    private static double leastSquares(List<double[]> rows, int[] drivers) {
        List<double[]> basis = new ArrayList<>();
        double[] ones = new double[rows.size()];
        Arrays.fill(ones, 1);
        basis.add(ones);
        for (int driver : drivers) {
            basis.add(residual(column(rows, driver), basis));
        }
        double[] outcome = residual(column(rows, rows.get(0).length - 1), List.of(ones));
        double[] rest = residual(outcome, basis);
        return 1 - dot(rest, rest) / dot(outcome, outcome);
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    private static double[] residual(double[] column, List<double[]> basis) {
        double[] rest = column.clone();
        for (double[] each : basis) {
            double part = dot(rest, each) / dot(each, each);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= part * each[i];
            }
        }
        return rest;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
