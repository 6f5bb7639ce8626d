/**
 * DID IT MOVE: changes between two scores, with an interval and a verdict that may be INCONCLUSIVE.
 *
 * <pre>{@code
 * Change change = Change.between(firstQuarter, secondQuarter);
 * change.difference();    // -2.8 (95% CI -14.8 to 9.3, n=200)
 * change.verdict();       // INCONCLUSIVE
 * change.withSmallestEffectOfInterest(15).verdict();    // NO_MATERIAL_CHANGE
 * }</pre>
 *
 * <p>Everything here works on {@link io.github.cxkit.metrics.Score}s of any kind, weighted or not, by two rules: where both sides have
 * a standard error, Welch's; else the limits of both sides are combined (MOVER). A {@link io.github.cxkit.metrics.change.Change} is a
 * score itself, so that two changes can be compared in turn, {@code change.against(control)}; {@link io.github.cxkit.metrics.change.InitiativeEffect} does so with
 * what the design cannot tell. What can be said about any difference is up to {@link io.github.cxkit.metrics.change.VerdictRule};
 * {@link io.github.cxkit.metrics.change.ComparisonVerdict} says it of two groups at one time.
 */
@NullMarked
package io.github.cxkit.metrics.change;

import org.jspecify.annotations.NullMarked;
