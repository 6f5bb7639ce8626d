/**
 * WHERE AND WHEN: one score by segment and by period, and which part of a change is the customers' opinion and which is
 * their mix.
 *
 * <pre>{@code
 * Breakdown<Region, Nps> byRegion = rows.stream().collect(Breakdown.by(Row::region, toNps(Row::recommend)));
 * byRegion.comparisons(Adjustment.HOLM);             // each region against the others together
 * MixShift.between(lastYearByRegion, byRegion);      // why did the total move?
 * rows.stream().collect(Trend.byKey(Row::channel, Row::at, CalendarPeriod.MONTH, zone, toNps(Row::recommend)));
 * }</pre>
 *
 * <p>A {@link io.github.cxkit.metrics.breakdown.Breakdown} and a {@link io.github.cxkit.metrics.breakdown.Trend} hold
 * the score of each group and of each period, no matter how many rows there were, and merge by addition. What does not
 * add is read from what does: {@link io.github.cxkit.metrics.ReadScore}.
 */
@NullMarked
package io.github.cxkit.metrics.breakdown;

import org.jspecify.annotations.NullMarked;
