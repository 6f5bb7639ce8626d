/**
 * HOW MANY ANSWERS, AND ARE WE THERE: sample sizes, goals that say when set whether they can be known to be reached, and outside figures.
 *
 * <pre>{@code
 * SampleSize.of(Nps.STANDARD, 6_000).toDetect(1);    // 94187 answers per quarter for one NPS point
 * Goal goal = Goal.baseline(lastQuarter).target(35).start(april).deadline(july);
 * goal.evaluate(soFar, now, 1_500).status();         // ON_TRACK
 * Benchmark.of(Nps.STANDARD, 32, "Industry survey", published).compare(soFar, today).verdict();    // INCONCLUSIVE
 * }</pre>
 *
 * <p>Everything here works on {@link io.github.cxkit.metrics.Score}s of any kind. The clock is always a parameter.
 */
@NullMarked
package io.github.cxkit.metrics.goal;

import org.jspecify.annotations.NullMarked;
