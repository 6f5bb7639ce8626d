/**
 * HOW FAST: how long customers waited, open cases included, by the clock or in opening hours, against targets and expectations.
 */
@NullMarked
package io.github.cxkit.metrics.time;

import org.jspecify.annotations.NullMarked;
