/**
 * WAS THE LOOP CLOSED: from a bad answer to a follow-up, and what share of the follow-ups was contacted in time, resolved and recovered.
 *
 * <pre>{@code
 * FollowUpRule rule = FollowUpRule.within(Duration.ofHours(48)).withMeasure("recommend", Nps.STANDARD);
 * Optional<FollowUp> followUp = rule.followUp(response);
 * ClosedLoop loop = ClosedLoop.of(cases, Instant.now(clock));
 * loop.recovered();                                    // bad before and good after
 * }</pre>
 *
 * <p>{@link io.github.cxkit.recovery.loop.FollowUpRule} decides, {@link io.github.cxkit.recovery.loop.LoopCase} holds what became of it, and
 * {@link io.github.cxkit.recovery.loop.ClosedLoop} counts.
 */
@NullMarked
package io.github.cxkit.recovery.loop;

import org.jspecify.annotations.NullMarked;
