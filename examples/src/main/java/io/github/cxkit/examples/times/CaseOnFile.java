package io.github.cxkit.examples.times;

import io.github.cxkit.metrics.cases.CaseEffort;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.time.TargetAttainment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case as the file tells it.
 *
 * @param timeline what happened
 * @param groups its group in each breakdown by column
 * @param effort what columns say of the effort; empty where the events do
 * @param met what a column says of its target; empty where there is no such column
 */
record CaseOnFile(
        CaseTimeline timeline,
        List<String> groups,
        Optional<CaseEffort> effort,
        Optional<TargetAttainment.Outcome> met) {

    /** The group of cases with an empty cell. */
    static final String EMPTY = "(empty)";

    /** When it began, as far as the file tells. */
    Instant begun() {
        return timeline.events().get(0).at();
    }

    /** The last that is known of it. */
    Instant latest() {
        return timeline.events().get(timeline.events().size() - 1).at();
    }
}
