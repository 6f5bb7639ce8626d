/**
 * HOW GOOD, HOW SURE: scores over customers' answers, each with its definition, its base and its interval.
 *
 * <pre>{@code
 * Nps nps = Nps.of(10, 9, 9, 8, 7, 10, 3, 6, 9, 10);
 * nps.score();       // 40.0
 * nps.estimate();    // 40.0 (95% CI -15.3 to 75.3, n=10)
 * Map<Region, Nps> byRegion = rows.stream().collect(groupingBy(Row::region, toNps(Row::recommend)));
 * }</pre>
 *
 * <p>One idea carries it. Answers are counted per scale point in a {@link io.github.cxkit.metrics.rating.RatingTally}, whose
 * {@link io.github.cxkit.metrics.rating.RatingCounts} are exact and merge by addition. A {@link io.github.cxkit.metrics.rating.RatingMetric} reads
 * them as one number: {@link io.github.cxkit.metrics.rating.Nps}, {@link io.github.cxkit.metrics.rating.Csat}, {@link io.github.cxkit.metrics.rating.Ces},
 * {@link io.github.cxkit.metrics.rating.CustomScore}. Each is a {@link io.github.cxkit.metrics.Score}, as is the
 * {@link io.github.cxkit.metrics.Mean} of plain numbers; and what works on scores, such as the
 * {@link io.github.cxkit.metrics.Estimator} and the {@link io.github.cxkit.metrics.BaseGrading}, works on all of them.
 *
 * <p><b>Logging</b> is at DEBUG and about the library's own decisions: an interval that does not exist, a limit that was moved.
 */
@NullMarked
package io.github.cxkit.metrics;

import org.jspecify.annotations.NullMarked;
