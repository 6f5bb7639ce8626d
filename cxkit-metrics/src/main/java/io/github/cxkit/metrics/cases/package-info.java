/**
 * WHAT DID A CASE COST: waits, contacts, hand-offs and reopenings from the events of cases.
 *
 * <pre>{@code
 * Collection<CaseTimeline> cases = CaseTimeline.byCase(events).values();
 * CaseWaits.seenAt(now, ReplyClock.FIRST, cases).in(ChronoUnit.MINUTES);    // who replied: no bots
 * FirstContactResolution.within(Duration.ofDays(7)).count(cases, now).share();
 * }</pre>
 */
@NullMarked
package io.github.cxkit.metrics.cases;

import org.jspecify.annotations.NullMarked;
