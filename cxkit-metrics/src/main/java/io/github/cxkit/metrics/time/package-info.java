/**
 * HOW FAST: how long customers waited, open cases included, by the clock or in opening hours, against targets and expectations.
 *
 * <pre>{@code
 * Waits resolution = CaseWaits.seenAt(now, ResolutionClock.TO_LAST, CaseTimeline.byCase(events).values()).in(ChronoUnit.HOURS);
 * resolution.kaplanMeier().median();                             // open cases included
 * TargetAttainment.of(resolution, Duration.ofHours(24));         // met, breached, pending
 * LogRank.between(before, resolution);                           // did it move, open cases included?
 * }</pre>
 *
 * <p>From events to figures: a {@link io.github.cxkit.metrics.cases.CaseTimeline} orders the events of a case; a
 * {@link io.github.cxkit.metrics.cases.CaseClock} says which of them start and stop a clock; each
 * {@link io.github.cxkit.metrics.time.WaitSpan} is over or goes on; {@link io.github.cxkit.metrics.time.Waits} are many of them, by the clock or in
 * {@link io.github.cxkit.metrics.hours.OpeningHours}. {@link io.github.cxkit.metrics.time.KaplanMeier} and
 * {@link io.github.cxkit.metrics.time.LogRank} count open ones in; {@link io.github.cxkit.metrics.time.Durations} and
 * {@link io.github.cxkit.metrics.time.ApproximateDurations} are of ended ones only. {@link io.github.cxkit.metrics.time.TargetAttainment} compares with what was
 * promised, {@link io.github.cxkit.metrics.time.Tolerance} with what customers accept. {@link io.github.cxkit.metrics.cases.CaseEffort} and
 * {@link io.github.cxkit.metrics.cases.FirstContactResolution} count what it cost the customer. Every figure is a
 * {@link io.github.cxkit.metrics.Score}.
 */
@NullMarked
package io.github.cxkit.metrics.time;

import org.jspecify.annotations.NullMarked;
