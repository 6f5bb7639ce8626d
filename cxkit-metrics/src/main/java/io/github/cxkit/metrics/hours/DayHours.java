package io.github.cxkit.metrics.hours;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a day is open by its own clock, in seconds since midnight.
 *
 * @param spans half-open, ascending, disjoint, none touching the next
 * @param carried the second up to which its open time belongs to the day before, for hours past midnight
 */
record DayHours(List<Span> spans, int carried) {

    static final int SECONDS_PER_DAY = 24 * 60 * 60;

    static final DayHours CLOSED = new DayHours(List.of(), 0);

    /** From {@code opens} up to and not including {@code closes}. */
    record Span(int opens, int closes) {

        @Override
        public String toString() {
            return text(opens) + "–" + text(closes);
        }

        private static String text(int second) {
            return second == SECONDS_PER_DAY
                    ? "24:00"
                    : LocalTime.ofSecondOfDay(second).toString();
        }
    }

    DayHours {
        spans = List.copyOf(spans);
    }

    /** These hours and one more span, which may touch others but not overlap them. */
    DayHours with(Object day, Span added) {
        List<Span> sorted = new ArrayList<>(spans);
        for (Span span : spans) {
            if (added.opens() < span.closes() && span.opens() < added.closes()) {
                throw new IllegalArgumentException(
                        "hours on " + day + " must not overlap " + span + ", but were " + added);
            }
        }
        sorted.add(added);
        sorted.sort(Comparator.comparingInt(Span::opens));
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).closes() == span.opens()) {
                joined.set(last, new Span(joined.get(last).opens(), span.closes()));
            } else {
                joined.add(span);
            }
        }
        return new DayHours(joined, carried);
    }

    /** These hours and those from midnight on that began on the day before. */
    DayHours withMorning(Object day, Span morning) {
        return new DayHours(with(day, morning).spans, morning.closes());
    }

    int openSeconds() {
        return openBefore(SECONDS_PER_DAY);
    }

    /** The open seconds of the day before a second of it. */
    int openBefore(int second) {
        int open = 0;
        for (Span span : spans) {
            if (second <= span.opens()) {
                break;
            }
            open += Math.min(second, span.closes()) - span.opens();
        }
        return open;
    }

    boolean isOpenAt(int second) {
        for (Span span : spans) {
            if (span.opens() <= second && second < span.closes()) {
                return true;
            }
        }
        return false;
    }
}
