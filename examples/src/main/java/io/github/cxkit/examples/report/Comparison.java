package io.github.cxkit.examples.report;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.Text;
import io.github.cxkit.metrics.rating.RatingCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two groups of one breakdown to compare, such as {@code N:Y}, or two runs of groups, such as the months
 * {@code 2026-01..2026-03:2026-04..2026-06}, whose counts are added.
 *
 * @param before the side to compare with
 * @param after the side in question
 */
record Comparison(Side before, Side after) {

    private static final String BETWEEN = ":";
    private static final String TO = "..";

    /** One group, or all from one to another in the order in which they are shown. */
    record Side(String first, String last) {

        static Side parse(String text) {
            int to = text.indexOf(TO);
            return to < 0 ? new Side(text, text) : new Side(text.substring(0, to), text.substring(to + TO.length()));
        }

        /** The counts of this side, empty where the breakdown does not have it. */
        Optional<List<RatingCounts>> counts(Report.Section section) {
            List<String> names = new ArrayList<>(section.groups().keySet());
            int from = names.indexOf(first);
            int to = names.indexOf(last);
            return from < 0 || to < from
                    ? Optional.empty()
                    : names.subList(from, to + 1).stream()
                            .map(section.groups()::get)
                            .reduce(Side::sum);
        }

        private static List<RatingCounts> sum(List<RatingCounts> one, List<RatingCounts> other) {
            return IntStream.range(0, one.size())
                    .mapToObj(i -> one.get(i).plus(other.get(i)))
                    .toList();
        }

        @Override
        public String toString() {
            return first.equals(last) ? first : first + TO + last;
        }
    }

    /** Reads what an option says. */
    static Comparison parse(String option, String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 1 || between != text.lastIndexOf(BETWEEN) || between == text.length() - 1) {
            throw CommandFailure.usage(
                    option + " must be BEFORE:AFTER such as N:Y or 2026-01..2026-03:2026-04, but was \""
                            + Text.cell(text) + "\"");
        }
        return new Comparison(Side.parse(text.substring(0, between)), Side.parse(text.substring(between + 1)));
    }

    /** Both sides in the first breakdown that has them. */
    Report.Compared in(List<Report.Section> sections, String option) {
        for (Report.Section section : sections) {
            Optional<List<RatingCounts>> one = before.counts(section);
            Optional<List<RatingCounts>> other = after.counts(section);
            if (one.isPresent() && other.isPresent()) {
                return new Report.Compared(section.title(), this, one.get(), other.get());
            }
        }
        throw CommandFailure.usage(option + " " + this + ": no breakdown has the groups " + before + " and " + after
                + (sections.isEmpty() ? ". Maybe add --by or --month." : "."));
    }

    @Override
    public String toString() {
        return before + BETWEEN + after;
    }
}
