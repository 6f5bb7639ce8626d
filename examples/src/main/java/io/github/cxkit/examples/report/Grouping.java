package io.github.cxkit.examples.report;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A way to sort rows into groups. */
sealed interface Grouping {

    /** The group of rows whose date is not known. */
    String UNKNOWN = "unknown";

    /** The group of rows with an empty cell. */
    String EMPTY = "(empty)";

    /** What stands above the groups. */
    String title();

    /** The group of a row. */
    String group(Row row) throws BadValue;

    /** Which period each group is; empty where groups stand side by side. */
    default Optional<CalendarPeriod> groupPeriod() {
        return Optional.empty();
    }

    /** The groups in the order in which they are shown, and those that nobody was in but should be seen. */
    List<String> arrange(Collection<String> groups);

    /** One group per value of a column. */
    record ByColumn(String title, int index) implements Grouping {

        private static final Pattern INTEGER = Pattern.compile("\\d{1,18}");

        @Override
        public String group(Row row) {
            String value = row.text(index);
            return value.isEmpty() ? EMPTY : value;
        }

        @Override
        public List<String> arrange(Collection<String> groups) {
            boolean numbers = groups.stream()
                    .allMatch(g -> g.equals(EMPTY) || INTEGER.matcher(g).matches());
            Comparator<String> order = numbers
                    ? Comparator.comparingLong((String g) -> g.equals(EMPTY) ? Long.MAX_VALUE : Long.parseLong(g))
                            .thenComparing(Comparator.naturalOrder())
                    : Comparator.comparing((String g) -> g.equals(EMPTY)).thenComparing(Comparator.naturalOrder());
            return groups.stream().sorted(order).toList();
        }
    }

    /** Whether one date is at most another, day by day: the time of day does not matter. */
    record ByDates(String title, DayReader earlier, DayReader later) implements Grouping {

        @Override
        public String group(Row row) throws BadValue {
            DayReader.Day one = earlier.read(row);
            DayReader.Day other = later.read(row);
            if (one.isUnknown() || other.isUnknown()) {
                return UNKNOWN;
            }
            return one.date().isAfter(other.date()) ? "no" : "yes";
        }

        @Override
        public List<String> arrange(Collection<String> groups) {
            return List.of("yes", "no", UNKNOWN).stream()
                    .filter(groups::contains)
                    .toList();
        }
    }

    /** One group per calendar period, and none left out between the first and the last. */
    record ByPeriod(String title, DayReader days, CalendarPeriod period) implements Grouping {

        @Override
        public String group(Row row) throws BadValue {
            return days.read(row).label();
        }

        @Override
        public Optional<CalendarPeriod> groupPeriod() {
            return Optional.of(period);
        }

        @Override
        public List<String> arrange(Collection<String> groups) {
            List<String> labels =
                    groups.stream().filter(g -> !g.equals(UNKNOWN)).sorted().toList();
            List<String> arranged = new ArrayList<>();
            if (!labels.isEmpty()) {
                LocalDate last = Periods.firstDay(period, labels.get(labels.size() - 1));
                for (LocalDate first = Periods.firstDay(period, labels.get(0));
                        !first.isAfter(last);
                        first = period.nextFirstDay(first)) {
                    arranged.add(period.label(first));
                }
            }
            if (groups.contains(UNKNOWN)) {
                arranged.add(UNKNOWN);
            }
            return arranged;
        }
    }
}
