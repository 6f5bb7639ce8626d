/** What the library costs, each beside its alternative in the same run; the README of this module says how to read it. */
@NullMarked
package io.github.cxkit.benchmarks;

import org.jspecify.annotations.NullMarked;
