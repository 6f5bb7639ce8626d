/**
 * HOW GOOD: NPS, CSAT, CES and scores of one's own, all of them read from one exact histogram of answers.
 *
 * <pre>{@code
 * Nps nps = Nps.of(10, 9, 9, 8, 7, 10, 3, 6, 9, 10);
 * nps.estimate();    // 40.0 (95% CI -15.3 to 75.3, n=10)
 * Map<Region, Nps> byRegion = rows.stream().collect(groupingBy(Row::region, toNps(Row::recommend)));
 * }</pre>
 *
 * <p>A {@link io.github.cxkit.metrics.rating.RatingMetric} says what is read; a {@link io.github.cxkit.metrics.rating.RatingTally} counts as answers come in and
 * gives {@link io.github.cxkit.metrics.rating.RatingCounts}, from which each score is read.
 */
@NullMarked
package io.github.cxkit.metrics.rating;

import org.jspecify.annotations.NullMarked;
