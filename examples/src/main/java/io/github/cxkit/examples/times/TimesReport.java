package io.github.cxkit.examples.times;

import io.github.cxkit.examples.csv.BadRows;
import io.github.cxkit.examples.csv.ColumnChoice;
import io.github.cxkit.examples.csv.MaxBad;
import io.github.cxkit.examples.times.Figure.Place;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says about times, ready to be written.
 *
 * @param input where it comes from
 * @param settings what was asked for
 * @param seenAt at which instant the cases were seen
 * @param cases how many cases the figures are about
 * @param notSelected how many cases were left out because they were opened outside the span asked for
 * @param later how many cases were left out because they began after the instant
 * @param clocks what was timed
 * @param breakdowns the groups
 * @param compared the groups side by side
 * @param figures all numbers
 */
record TimesReport(
        Input input,
        Settings settings,
        Instant seenAt,
        long cases,
        long notSelected,
        long later,
        List<Timed> clocks,
        List<Breakdowns> breakdowns,
        List<Compared> compared,
        List<Figure> figures) {

    /**
     * The file, and how it was read.
     *
     * @param source its name
     * @param sample whether it is the bundled one
     * @param events whether its rows are events
     * @param rows how many rows were read
     * @param badRows those left out
     * @param maxBad how many may be
     * @param casesLeftOut how many cases were left out with all their events
     * @param uses which columns were used for what
     * @param notes what must be known besides
     * @param metColumn the column that says whether targets were kept
     */
    record Input(
            String source,
            boolean sample,
            boolean events,
            long rows,
            BadRows badRows,
            MaxBad maxBad,
            long casesLeftOut,
            List<ColumnChoice.Use> uses,
            List<String> notes,
            Optional<String> metColumn) {}

    /**
     * A clock.
     *
     * @param clock which
     * @param label what the library calls it
     * @param openIncluded whether medians count open waits in
     * @param targets the names of its target figures
     * @param tolerances the names of its tolerance figures
     */
    record Timed(Clock clock, String label, boolean openIncluded, List<String> targets, List<String> tolerances) {}

    /** Two groups, or runs of groups, of a breakdown. */
    record Compared(String by, String before, String after) {

        /** Where the figures of the change are. */
        Place place(String clock) {
            return new Place(clock, "change by " + by, before + ":" + after);
        }

        /** Where the figures of a side are. */
        Place side(String clock, String side) {
            return new Place(clock, "side by " + by, side);
        }
    }

    /** The figures by place and name. */
    Map<Place, Map<String, Figure>> byPlace() {
        Map<Place, Map<String, Figure>> byPlace = new HashMap<>();
        figures.forEach(figure -> byPlace.computeIfAbsent(figure.place(), place -> new HashMap<>())
                .put(figure.metric(), figure));
        return byPlace;
    }
}
