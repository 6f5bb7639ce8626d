/**
 * IS A CUSTOMER HAPPIER AFTER A FAILURE PUT RIGHT THAN WITHOUT ONE: the service recovery paradox as a test, not a belief.
 *
 * <p>Begin with {@link io.github.cxkit.recovery.paradox.RecoveryParadox}; it takes all customers with a failure
 * ({@link io.github.cxkit.recovery.paradox.CustomerWithFailure}) and some without
 * ({@link io.github.cxkit.recovery.paradox.CustomerWithoutFailure}) and returns a
 * {@link io.github.cxkit.recovery.paradox.ParadoxResult}.
 *
 * <pre>{@code
 * RecoveryParadox test = RecoveryParadox.on("overall satisfaction", Scale.highIsGood(1, 7)).withRecoveredFrom(70);
 * ParadoxResult result = test.evaluate(withFailure, withoutFailure);
 * result.verdict();
 * result.reasons();
 * }</pre>
 */
@NullMarked
package io.github.cxkit.recovery.paradox;

import org.jspecify.annotations.NullMarked;
