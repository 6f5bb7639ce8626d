/**
 * WAS THE FAILURE PUT RIGHT, FAIRLY: the vocabulary of fairness in service recovery.
 *
 * <p>{@link io.github.cxkit.recovery.FairnessDimension} names the three ways in which customers judge how a failure was
 * handled.
 *
 * <pre>{@code
 * FairnessDimension.PROCESS.question();       // Was it easy to reach the right person? …
 * FairnessDimension.COMPENSATION.literature(); // distributive justice
 * }</pre>
 */
@NullMarked
package io.github.cxkit.recovery;

import org.jspecify.annotations.NullMarked;
