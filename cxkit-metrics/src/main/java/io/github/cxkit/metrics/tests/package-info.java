/**
 * TEXTBOOK TESTS, to be compared with others' figures. No verdict depends on them.
 *
 * <pre>{@code
 * ShareTests.fisherExact(before, after).pValue();
 * McNemar.of(16, 6).midP().pValue();
 * MannWhitney.between(before, after).pValue();
 * }</pre>
 */
@NullMarked
package io.github.cxkit.metrics.tests;

import org.jspecify.annotations.NullMarked;
