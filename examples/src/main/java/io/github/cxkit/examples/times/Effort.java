package io.github.cxkit.examples.times;

import io.github.cxkit.core.Direction;
import io.github.cxkit.examples.times.Figure.Place;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.OpenShare;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.cases.CaseEffort;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.cases.FirstContactResolution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** What cases cost their customers: how often they had to get in touch, and were handed on. */
final class Effort {

    static final String FIRST_CONTACT = "resolved at first contact";
    static final String FIRST_CONTACT_OF_RESOLVED = FIRST_CONTACT + ", of resolved cases";

    /** The counts, by their names in the report. */
    enum Measure {
        CONTACTS("contacts per case"),
        HAND_OFFS("hand-offs per case"),
        HAND_BACKS("hand-backs per case"),
        CHANNEL_SWITCHES("channel switches per case"),
        REOPENINGS("reopenings per case");

        private final String title;

        Measure(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        private OptionalInt of(CaseEffort effort) {
            return switch (this) {
                case CONTACTS -> effort.contacts();
                case HAND_OFFS -> effort.handOffs();
                case HAND_BACKS -> effort.handBacks();
                case CHANNEL_SWITCHES -> effort.channelSwitches();
                case REOPENINGS -> effort.reopenings();
            };
        }
    }

    private Effort() {}

    /** The means over the cases of which each is known. */
    static void add(Figures figures, List<CaseOnFile> cases, boolean events, Instant seenAt, double confidence) {
        List<CaseEffort> efforts = cases.stream()
                .flatMap(each ->
                        (events ? each.timeline().seenAt(seenAt).map(CaseEffort::from) : each.effort()).stream())
                .toList();
        Place place = new Place("", "", Figures.ALL);
        for (Measure measure : Measure.values()) {
            double[] counts = efforts.stream()
                    .map(measure::of)
                    .flatMapToInt(OptionalInt::stream)
                    .asDoubleStream()
                    .toArray();
            if (counts.length > 0) {
                Quantity quantity =
                        Quantity.amount(measure.title(), MetricUnit.of("count", "", 2), Direction.LOWER_IS_BETTER);
                figures.add(Figure.of(place, measure.title(), Mean.of(quantity, counts), confidence));
            }
        }
    }

    /** The shares resolved at first contact, and their bounds. */
    static void addFirstContact(
            Figures figures, List<CaseOnFile> cases, Duration window, Instant seenAt, double confidence) {
        List<CaseTimeline> timelines = cases.stream().map(CaseOnFile::timeline).toList();
        FirstContactResolution.Counts counts =
                FirstContactResolution.within(window).count(timelines, seenAt);
        Place place = new Place("", "", Figures.ALL);
        OpenShare share = counts.share();
        figures.add(Figure.of(place, FIRST_CONTACT_OF_RESOLVED, counts.shareOfResolved(), confidence));
        figures.add(Figure.of(place, FIRST_CONTACT, share.decided(), confidence).withPending(share.undecided()));
        if (!share.isEmpty()) {
            figures.add(Figure.bounds(place, FIRST_CONTACT + Figures.BOUNDS, share.bounds(), share.all())
                    .withPending(share.undecided()));
        }
    }
}
