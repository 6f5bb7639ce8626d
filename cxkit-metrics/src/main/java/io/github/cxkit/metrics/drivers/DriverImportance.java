package io.github.cxkit.metrics.drivers;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.numbers.LmgShares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of the variation of an outcome goes with each driver: Shapley's shares of R², known as LMG.
 *
 * <p>Where 150 customers' recommendation goes with four ratings at R² = 0.733, the shares are 0.444 for support, 0.175 for onboarding,
 * 0.078 for billing and 0.036 for the website: 60.6 %, 23.9 %, 10.6 % and 4.9 % of what the four tell together.
 *
 * <pre>{@code
 * DriverImportance<String> importance = DriverImportance.of(sample, Bootstrap.seeded(42));
 * importance.rSquared();               // 0.733
 * importance.ranking();                // [support, onboarding, billing, website]
 * importance.percentage("support");    // 60.6
 * importance.interval("support");      // of the share of R², 95 % by default
 * }</pre>
 *
 * <p>A driver's share is what it adds to R², averaged over every order in which the drivers may be added. Unlike coefficients the shares
 * are never negative, sum to R², and do not jump where drivers are correlated.
 *
 * <ul>
 *   <li><b>Association, not cause.</b> A share tells how much of the outcome goes with a driver. It does not tell what would happen if the
 *       driver were changed.
 *   <li>A share has no sign: {@link #correlation} shows whether a driver goes with a high or a low outcome.
 *   <li>Drivers without any influence have small shares above 0, and their limits lie above 0 as well: an interval is no test.
 *   <li>Fewer than 10 rows for each driver and one more are refused, and so are drivers that determine each other.
 *   <li>A resample whose outcome does not vary, or goes with nothing, has no shares; it is counted as unusable. Where these are more than 1 in
 *       100 there are no limits.
 *   <li>A percentile limit on the wrong side of its share is moved to the share, and a note says so.
 * </ul>
 *
 * @param <K> what names a driver
 * @see <a href="https://doi.org/10.18637/jss.v017.i01">Grömping (2006)</a>
 */
public final class DriverImportance<K> {

    private static final int ROWS_PER_DRIVER = 10;

    /** Rounded correlations may ask for a little more than R² = 1. */
    private static final double ROUNDED_INPUT = 1e-9;

    private final List<K> drivers;
    private final long count;
    private final LmgShares lmg;
    private final double[] shares;
    private final double[] correlations;
    private final Optional<Resampled> resampled;

    private DriverImportance(List<K> drivers, long count, double[][] correlations, Optional<Resampled> resampled) {
        this.drivers = drivers;
        this.count = count;
        this.lmg = LmgShares.of(correlations);
        this.shares = lmg.shares();
        this.correlations = correlations[drivers.size()];
        this.resampled = resampled;
        if (lmg.rSquared() > 1 + ROUNDED_INPUT) {
            throw new IllegalArgumentException("R² must be at most 1, but was " + lmg.rSquared()
                    + "\nMaybe the correlations are not of the same rows.");
        }
    }

    /**
     * Returns the shares without intervals.
     *
     * @param <K> what names a driver
     * @param sample the rows
     * @return the shares
     * @throws IllegalArgumentException if there are fewer than 10 complete rows for each driver and one more, a driver or the outcome does not
     *     vary, or drivers are collinear; the message names them
     */
    public static <K> DriverImportance<K> of(DriverSample<K> sample) {
        return new DriverImportance<>(sample.drivers(), sample.count(), correlations(sample), Optional.empty());
    }

    /**
     * Returns the shares with percentile intervals. Each resample is read once, so that the time grows with rows × resamples × (drivers + 1)².
     *
     * @param <K> what names a driver
     * @param sample the rows
     * @param bootstrap the seed, the number of resamples and the confidence
     * @return the shares
     * @throws IllegalArgumentException if there are fewer than 10 complete rows for each driver and one more, a driver or the outcome does not
     *     vary, or drivers are collinear; the message names them
     */
    public static <K> DriverImportance<K> of(DriverSample<K> sample, Bootstrap bootstrap) {
        Objects.requireNonNull(bootstrap, "bootstrap");
        double[][] correlations = correlations(sample);
        return new DriverImportance<>(
                sample.drivers(),
                sample.count(),
                correlations,
                Optional.of(Resampled.of(sample.table(), sample.drivers().size(), bootstrap)));
    }

    /**
     * Returns the shares that follow from correlations, as a publication gives them.
     *
     * <p>With 0.55, 0.60 and 0.65 among three drivers and 0.70, 0.65 and 0.60 with the outcome, R² is 0.5976 and the shares are 0.2616, 0.1961 and 0.1398.
     *
     * @param <K> what names a driver
     * @param drivers the drivers, 1 to 12, all different
     * @param among the correlations among the drivers: a square, symmetric matrix with 1 on its diagonal
     * @param withOutcome the correlation of each driver with the outcome
     * @param count the number of rows behind them
     * @return the shares, without intervals
     * @throws IllegalArgumentException if the sizes differ, a correlation is not in [−1, 1], the matrix is not symmetric or has no 1 on its
     *     diagonal, the count is below 10 for each driver and one more, drivers are collinear, or R² would exceed 1
     */
    public static <K> DriverImportance<K> ofCorrelations(
            List<K> drivers, double[][] among, double[] withOutcome, long count) {
        List<K> keys = DriverSample.checkDrivers(drivers);
        checkSize(among.length, keys.size(), "rows of correlations");
        checkSize(withOutcome.length, keys.size(), "correlations with the outcome");
        checkCount(count, keys.size(), 0);
        double[][] matrix = new double[keys.size() + 1][keys.size() + 1];
        for (int i = 0; i < keys.size(); i++) {
            checkSize(among[i].length, keys.size(), "correlations of " + keys.get(i));
            for (int j = 0; j < keys.size(); j++) {
                matrix[i][j] = checkCorrelation(among[i][j], keys.get(i), keys.get(j));
                if ((i == j && matrix[i][i] != 1) || (j < i && matrix[i][j] != matrix[j][i])) {
                    throw new IllegalArgumentException("correlation of " + keys.get(i) + " with " + keys.get(j)
                            + " must be " + (i == j ? 1 : matrix[j][i]) + ", but was " + matrix[i][j]);
                }
            }
            matrix[keys.size()][i] = checkCorrelation(withOutcome[i], keys.get(i), "the outcome");
            matrix[i][keys.size()] = withOutcome[i];
        }
        matrix[keys.size()][keys.size()] = 1;
        checkNotCollinear(keys, matrix);
        return new DriverImportance<>(keys, count, matrix, Optional.empty());
    }

    private static double[][] correlations(DriverSample<?> sample) {
        int drivers = sample.drivers().size();
        checkCount(sample.count(), drivers, sample.incompleteCount());
        for (int column = 0; column <= drivers; column++) {
            if (!sample.table().varies(column)) {
                throw new IllegalArgumentException(
                        (column < drivers ? "driver " + sample.drivers().get(column) : "outcome")
                                + " must vary, but is the same in all " + sample.count() + " rows");
            }
        }
        double[][] correlations = sample.table().moments().correlations();
        checkNotCollinear(sample.drivers(), correlations);
        return correlations;
    }

    private static void checkNotCollinear(List<?> drivers, double[][] correlations) {
        List<Integer> collinear = LmgShares.collinear(correlations);
        if (!collinear.isEmpty()) {
            throw new IllegalArgumentException("drivers must not determine each other, but "
                    + collinear.stream().map(i -> drivers.get(i).toString()).collect(Collectors.joining(", "))
                    + " do\nMaybe leave one of them out.");
        }
    }

    private static void checkCount(long count, int drivers, long incomplete) {
        long least = ROWS_PER_DRIVER * (drivers + 1L);
        if (count < least) {
            throw new IllegalArgumentException("number of complete rows must be at least " + least + " for " + drivers
                    + " drivers, but was " + count + (incomplete > 0 ? " (" + incomplete + " incomplete)" : ""));
        }
    }

    private static void checkSize(int size, int drivers, String what) {
        if (size != drivers) {
            throw new IllegalArgumentException("number of " + what + " must be " + drivers + ", but was " + size);
        }
    }

    private static double checkCorrelation(double correlation, Object one, Object other) {
        if (!(correlation >= -1 && correlation <= 1)) {
            throw new IllegalArgumentException(
                    "correlation of " + one + " with " + other + " must be in [-1, 1], but was " + correlation);
        }
        return correlation;
    }

    /** The shares in per cent, in the order of the drivers; empty where there is nothing to share out. */
    private int index(K driver) {
        int index = drivers.indexOf(Objects.requireNonNull(driver, "driver"));
        if (index < 0) {
            throw new IllegalArgumentException("driver must be one of " + drivers + ", but was " + driver);
        }
        return index;
    }

    /**
     * Returns the drivers.
     *
     * @return in the order in which they were given
     */
    public List<K> drivers() {
        return drivers;
    }

    /**
     * Returns the drivers by share.
     *
     * @return the largest share first; equal ones in the order in which they were given
     */
    public List<K> ranking() {
        return drivers.stream()
                .sorted(Comparator.comparingDouble(this::share).reversed())
                .toList();
    }

    /**
     * Returns the number of rows.
     *
     * @return at least 10 for each driver and one more
     */
    public long count() {
        return count;
    }

    /**
     * Returns how much of the outcome's variance all drivers tell together, by least squares.
     *
     * @return from 0 to 1, but for rounding
     */
    public double rSquared() {
        return lmg.rSquared();
    }

    /**
     * Returns a driver's share of R².
     *
     * @param driver the driver
     * @return 0 or more; the shares of all drivers sum to R²
     * @throws IllegalArgumentException if there is no such driver
     */
    public double share(K driver) {
        return shares[index(driver)];
    }

    /**
     * Returns a driver's share of what all drivers tell together.
     *
     * @param driver the driver
     * @return in per cent; those of all drivers sum to 100
     * @throws IllegalArgumentException if there is no such driver
     * @throws IllegalStateException if R² is 0
     */
    public double percentage(K driver) {
        int index = index(driver);
        return lmg.percentages()
                .orElseThrow(() -> new IllegalStateException("percentages of R² are undefined where R² is 0"))[index];
    }

    /**
     * Returns R² of a driver without the others, the square of its correlation.
     *
     * @param driver the driver
     * @return from 0 to 1
     * @throws IllegalArgumentException if there is no such driver
     */
    public double alone(K driver) {
        return lmg.alone(index(driver));
    }

    /**
     * Returns what R² would lose without the driver.
     *
     * @param driver the driver
     * @return 0 or more
     * @throws IllegalArgumentException if there is no such driver
     */
    public double last(K driver) {
        return lmg.last(index(driver));
    }

    /**
     * Returns a driver's correlation with the outcome, whose sign the share does not have.
     *
     * @param driver the driver
     * @return from −1 to 1
     * @throws IllegalArgumentException if there is no such driver
     */
    public double correlation(K driver) {
        return correlations[index(driver)];
    }

    /**
     * Returns the percentile interval of a driver's share of R².
     *
     * @param driver the driver
     * @return the interval; empty without a bootstrap, or with too many unusable resamples
     * @throws IllegalArgumentException if there is no such driver
     */
    public Optional<Interval> interval(K driver) {
        int index = index(driver);
        return resampled.flatMap(r -> r.shareLimits(index)).map(limits -> around(limits, shares[index]));
    }

    /**
     * Returns the percentile interval of a driver's percentage.
     *
     * @param driver the driver
     * @return the interval, in per cent; empty without a bootstrap, or with too many unusable resamples
     * @throws IllegalArgumentException if there is no such driver
     * @throws IllegalStateException if there was a bootstrap and R² is 0
     */
    public Optional<Interval> percentageInterval(K driver) {
        int index = index(driver);
        return resampled.flatMap(r -> r.percentageLimits(index)).map(limits -> around(limits, percentage(driver)));
    }

    private static Interval around(Interval limits, double value) {
        return new Interval(Math.min(limits.lower(), value), Math.max(limits.upper(), value));
    }

    /**
     * Returns the number of resamples that had no shares.
     *
     * @return 0 or more
     */
    public int unusableResamples() {
        return resampled.map(Resampled::unusable).orElse(0);
    }

    /**
     * Returns what a reader of the intervals must know: why there are none, or which limit was moved.
     *
     * @return sentences, usually none
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (unusableResamples() > 0) {
            notes.add(unusableResamples() + " resamples have no shares, for their outcome does not vary"
                    + (resampled.flatMap(r -> r.shareLimits(0)).isEmpty()
                            ? "; these are too many for an interval"
                            : ""));
        }
        for (int i = 0; i < shares.length; i++) {
            int index = i;
            resampled
                    .flatMap(r -> r.shareLimits(index))
                    .filter(limits -> !limits.contains(shares[index]))
                    .ifPresent(limits -> notes.add("a limit of " + drivers.get(index)
                            + " was moved to its share, for the resamples lie beside it"));
        }
        return notes;
    }

    /**
     * Returns the drivers in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View<K> view() {
        return new View<>(
                rSquared(), count, ranking().stream().map(this::driverView).toList(), List.copyOf(notes()));
    }

    private DriverView<K> driverView(K driver) {
        Optional<Interval> interval = interval(driver);
        return new DriverView<>(
                driver,
                share(driver),
                interval.map(Interval::lower).orElse(null),
                interval.map(Interval::upper).orElse(null),
                isEmpty() ? null : (Double) percentage(driver),
                alone(driver),
                last(driver),
                correlation(driver));
    }

    /**
     * What goes with the outcome, in plain values.
     *
     * @param <K> the type of the drivers
     * @param rSquared how much of the outcome's variance all drivers tell together
     * @param n the number of rows
     * @param drivers the drivers, the largest share first
     * @param notes what a reader of the intervals must know
     */
    public record View<K>(double rSquared, long n, List<DriverView<K>> drivers, List<String> notes) {}

    /**
     * One driver in plain values.
     *
     * @param <K> the type of the drivers
     * @param driver the driver
     * @param share its share of R²
     * @param lower the lower limit of the share; null where there is none
     * @param upper the upper limit of the share; null where there is none
     * @param percentage its share in per cent of R²; null where R² is 0
     * @param alone R² without the others
     * @param last what R² would lose without it
     * @param correlation its correlation with the outcome
     */
    public record DriverView<K>(
            K driver,
            double share,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double percentage,
            double alone,
            double last,
            double correlation) {}

    /**
     * Returns R² and the percentages.
     *
     * @return for example {@code R² 0.733 (n=150): support 60.6%, onboarding 23.9%, billing 10.6%, website 4.9%}
     */
    @Override
    public String toString() {
        Optional<double[]> percentages = lmg.percentages();
        return "R² " + MetricUnit.of("R²", "", 3).format(rSquared()) + " (n=" + count + "): "
                + percentages
                        .map(p -> ranking().stream()
                                .map(driver -> driver + " " + MetricUnit.PERCENT.format(p[drivers.indexOf(driver)]))
                                .collect(Collectors.joining(", ")))
                        .orElseGet(() -> drivers + " tell nothing of the outcome");
    }

    /**
     * Returns whether there is nothing to share out: the drivers tell nothing of the outcome, and there are no percentages.
     *
     * @return true if R² is 0 but for rounding
     */
    public boolean isEmpty() {
        return lmg.percentages().isEmpty();
    }
}
