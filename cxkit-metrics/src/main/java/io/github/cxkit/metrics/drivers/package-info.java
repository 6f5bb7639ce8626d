/**
 * WHICH DRIVER COUNTS: what several drivers together tell of an outcome, shared out among them. Association, not cause.
 *
 * <pre>{@code
 * DriverSample<String> sample = DriverSample.of(rows, Row::satisfaction, drivers);
 * DriverImportance.of(sample, Bootstrap.seeded(42)).percentage("support");    // 60.6, of all that the drivers tell
 * }</pre>
 *
 * <p>{@link io.github.cxkit.metrics.drivers.DriverSample} reads the caller's rows, {@link io.github.cxkit.metrics.drivers.DriverImportance}
 * shares out.
 */
@NullMarked
package io.github.cxkit.metrics.drivers;

import org.jspecify.annotations.NullMarked;
