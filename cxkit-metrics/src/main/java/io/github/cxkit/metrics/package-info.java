/**
 * HOW GOOD, HOW SURE: NPS, CSAT, CES and other scores, each with its definition, its base and its interval.
 */
@NullMarked
package io.github.cxkit.metrics;

import org.jspecify.annotations.NullMarked;
