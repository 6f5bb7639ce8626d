package io.github.cxkit.examples.report;

import io.github.cxkit.metrics.breakdown.Adjustment;
import java.util.Optional;

/** How p-values are adjusted for the number of groups that are each compared with the rest, as the option says it. */
enum AdjustBy {
    /** To decide. */
    HOLM("Holm", Optional.of(Adjustment.HOLM)),
    /** To explore. */
    BH("Benjamini-Hochberg", Optional.of(Adjustment.BENJAMINI_HOCHBERG)),
    /** Groups are not compared. */
    NONE("none", Optional.empty());

    private final String title;
    private final Optional<Adjustment> adjustment;

    AdjustBy(String title, Optional<Adjustment> adjustment) {
        this.title = title;
        this.adjustment = adjustment;
    }

    /** The name of the method, for people. */
    String title() {
        return title;
    }

    /** The library's method; empty where groups are not compared. */
    Optional<Adjustment> adjustment() {
        return adjustment;
    }
}
