/**
 * WAS THE FAILURE PUT RIGHT, FAIRLY: the fairness of service recovery, from the facts of a case.
 *
 * <pre>{@code
 * CaseFairness score = FairnessScorer.withDefaults().score(refundCase);
 * score.overall();          // 76.55
 * score.bounds();           // 67.45 to 78.35, whatever the missing evidence said
 * score.contributions();    // redress 12.2, effort 2.8, apology 2.6, …: what the points were lost for
 * }</pre>
 *
 * <p>A {@link io.github.cxkit.recovery.RecoveryCase} is what happened: the {@link io.github.cxkit.recovery.Failure}, the
 * {@link io.github.cxkit.recovery.Handling}, the {@link io.github.cxkit.recovery.Treatment}, the {@link io.github.cxkit.recovery.Redress} and the
 * {@link io.github.cxkit.recovery.Aftermath}. A {@link io.github.cxkit.recovery.FairnessScorer} turns it, by a
 * {@link io.github.cxkit.recovery.FairnessPolicy}, into a {@link io.github.cxkit.recovery.CaseFairness} in three dimensions
 * ({@link io.github.cxkit.recovery.FairnessDimension}), each made of pieces of {@link io.github.cxkit.recovery.Evidence}. What the customer says stands beside
 * it as {@link io.github.cxkit.recovery.PerceivedFairness}. Many cases make a {@link io.github.cxkit.recovery.FairnessSummary}.
 */
@NullMarked
package io.github.cxkit.recovery;

import org.jspecify.annotations.NullMarked;
