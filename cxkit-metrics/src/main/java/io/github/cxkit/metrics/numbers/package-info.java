/**
 * WHAT SEVERAL ROOMS NEED: distributions, roots, sums, tolerances, checks and small matrices, each once. Not exported but to cxkit's own modules; on the class
 * path, where nothing hides it, it is no part of the API all the same.
 */
@NullMarked
package io.github.cxkit.metrics.numbers;

import org.jspecify.annotations.NullMarked;
