package io.github.cxkit.metrics.breakdown;

import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;

/**
 * A change of the NPS as what it is made of: promoters gained and detractors lost, in points.
 *
 * <p>From 45 promoters, 35 passives and 20 detractors to 47, 38 and 15 the NPS rises by 7 points: 2 of promoters
 * gained, 5 of detractors lost.
 *
 * @param promotersGained the share of promoters after minus before; negative where it fell
 * @param detractorsLost the share of detractors before minus after; negative where it rose
 */
public record NpsShift(double promotersGained, double detractorsLost) {

    /**
     * Returns the parts of the change between two scores.
     *
     * @param before the earlier score
     * @param after the later score
     * @return the parts, which add up to the change to 1e-12 of its range; of shares by weight where answers have
     *     different weights
     * @throws IllegalArgumentException if the definitions differ; the message names both
     * @throws IllegalStateException if a side has no answers
     */
    public static NpsShift between(Nps before, Nps after) {
        before.metric().requireSame(after.metric(), "compared");
        return new NpsShift(percent(after, 1) - percent(before, 1), percent(before, -1) - percent(after, -1));
    }

    /**
     * Returns the change of the NPS.
     *
     * @return promoters gained plus detractors lost, in points
     */
    public double total() {
        return promotersGained + detractorsLost;
    }

    private static double percent(Nps nps, int which) {
        RatingMetric definition = nps.metric();
        if (nps.isEmpty()) {
            throw new IllegalStateException(definition.name() + " is undefined for zero answers");
        }
        RatingCounts classes = nps.counts().classes(definition);
        double all = 0;
        for (int point = -1; point <= 1; point++) {
            all += weight(classes, point);
        }
        return 100 * weight(classes, which) / all;
    }

    private static double weight(RatingCounts classes, int which) {
        return classes.isWeighted() ? classes.weight(which) : classes.count(which);
    }
}
