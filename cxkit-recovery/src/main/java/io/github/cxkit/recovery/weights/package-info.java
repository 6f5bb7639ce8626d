/**
 * WHICH DIMENSION COUNTS, AND CAN THE SCALE TELL: weights from the caller's own outcomes, and the reliability of the items behind a score.
 *
 * <pre>{@code
 * DriverImportance.of(sample, Bootstrap.seeded(42)).percentage("support");    // 60.6, of all that the drivers tell
 * WeightFit fit = WeightFit.of(fairnessSample, Bootstrap.seeded(42));
 * fit.recommended();    // equal weights, unless the fitted ones predict better
 * fit.reason();         // why
 * }</pre>
 *
 * <p>{@link io.github.cxkit.metrics.drivers.DriverSample} reads the caller's rows, {@link io.github.cxkit.metrics.drivers.DriverImportance}
 * shares out what they tell of an outcome, {@link io.github.cxkit.recovery.weights.WeightFit} turns that into weights and tests these, and
 * {@link io.github.cxkit.recovery.weights.ScaleReliability} asks whether several items measure one thing. All of it is association: none of it says what would
 * happen if something were changed.
 */
@NullMarked
package io.github.cxkit.recovery.weights;

import org.jspecify.annotations.NullMarked;
