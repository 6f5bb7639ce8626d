package io.github.cxkit.metrics.drivers;

import io.github.cxkit.metrics.numbers.Optionals;
import io.github.cxkit.metrics.numbers.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Rows of numbers that may drive an outcome, and the outcome, read from the caller's own rows.
 *
 * <pre>{@code
 * Map<String, ToDoubleFunction<Survey>> drivers = new LinkedHashMap<>();
 * drivers.put("support", Survey::support);
 * drivers.put("billing", Survey::billing);
 * DriverSample<String> sample = DriverSample.of(surveys, Survey::recommend, drivers);
 * }</pre>
 *
 * <ul>
 *   <li>The caller's rows are read once; the numbers are kept, 8 bytes each.
 *   <li>A yes or no is 1 or 0.
 *   <li>Results come in the order of the map; {@link Map#of} has none.
 *   <li>Where values may be missing, {@link #skippingIncomplete} takes the complete rows and counts the others. What is true of the
 *       complete rows need not be true of all.
 * </ul>
 *
 * @param <K> what names a driver: a string, or {@code FairnessDimension}
 */
public final class DriverSample<K> {

    private final List<K> drivers;
    private final Table table;

    private DriverSample(List<K> drivers, Table table) {
        this.drivers = drivers;
        this.table = table;
    }

    /**
     * Returns the sample of rows in which nothing is missing.
     *
     * @param <T> the row type
     * @param <K> what names a driver
     * @param rows the rows
     * @param outcome reads the outcome
     * @param drivers reads each driver, 1 to 12 of them
     * @return the sample
     * @throws IllegalArgumentException if there are no drivers or more than 12, or a number is NaN, infinite or beyond ±1e100; the message
     *     names what was read
     */
    public static <T, K> DriverSample<K> of(
            Collection<? extends T> rows, ToDoubleFunction<? super T> outcome, Map<K, ToDoubleFunction<T>> drivers) {
        Objects.requireNonNull(outcome, "outcome");
        List<ToDoubleFunction<T>> columns = List.copyOf(drivers.values());
        return read(rows, drivers.keySet(), (row, into) -> {
            for (int driver = 0; driver < columns.size(); driver++) {
                into[driver] = columns.get(driver).applyAsDouble(row);
            }
            into[columns.size()] = outcome.applyAsDouble(row);
            return true;
        });
    }

    /**
     * Returns the sample of the complete rows; those in which the outcome or a driver is empty are counted apart.
     *
     * @param <T> the row type
     * @param <K> what names a driver
     * @param rows the rows
     * @param outcome reads the outcome, empty where it is missing
     * @param drivers reads each driver, 1 to 12 of them; empty where it is missing
     * @return the sample
     * @throws IllegalArgumentException if there are no drivers or more than 12, or a number is NaN, infinite or beyond ±1e100; the message
     *     names what was read
     */
    public static <T, K> DriverSample<K> skippingIncomplete(
            Collection<? extends T> rows,
            Function<? super T, OptionalDouble> outcome,
            Map<K, Function<T, OptionalDouble>> drivers) {
        Objects.requireNonNull(outcome, "outcome");
        List<Function<? super T, OptionalDouble>> columns = new ArrayList<>(drivers.values());
        columns.add(outcome);
        return read(rows, drivers.keySet(), Optionals.reader(columns));
    }

    private static <T, K> DriverSample<K> read(
            Collection<? extends T> rows, Collection<K> drivers, Table.Reader<T> reader) {
        List<K> keys = checkDrivers(drivers);
        List<String> names = new ArrayList<>();
        keys.forEach(key -> names.add("driver " + key));
        names.add("outcome");
        return new DriverSample<>(keys, Table.read(rows, names, reader));
    }

    static <K> List<K> checkDrivers(Collection<? extends K> drivers) {
        List<K> keys = List.copyOf(drivers);
        if (keys.isEmpty() || keys.size() > 12) {
            throw new IllegalArgumentException("number of drivers must be in [1, 12], but was " + keys.size());
        }
        if (new HashSet<>(keys).size() < keys.size()) {
            throw new IllegalArgumentException("drivers must differ, but were " + keys);
        }
        return keys;
    }

    /**
     * Returns the drivers.
     *
     * @return 1 to 12, in the order of the map
     */
    public List<K> drivers() {
        return drivers;
    }

    /**
     * Returns the number of complete rows.
     *
     * @return 0 or more
     */
    public long count() {
        return table.count();
    }

    /**
     * Returns the number of rows that were left out because a value was missing.
     *
     * @return 0 or more
     */
    public long incompleteCount() {
        return table.incompleteCount();
    }

    /**
     * Returns the columns for the other modules of cxkit, of a type that nobody else sees.
     *
     * @return the columns about their means
     */
    public Table table() {
        return table;
    }

    /**
     * Returns what there is, without a value.
     *
     * @return for example {@code 2 drivers [support, billing], 150 rows, 3 incomplete}
     */
    @Override
    public String toString() {
        return drivers.size() + " drivers " + drivers + ", " + count() + " rows, " + incompleteCount() + " incomplete";
    }
}
