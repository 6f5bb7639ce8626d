package io.github.cxkit.metrics;

/**
 * How far a score lies from a hypothesised value.
 *
 * @param method the name of the test
 * @param statistic the signed distance in standard errors: positive where the score is above the hypothesised value; infinite where
 *     the answers are impossible under it
 * @param pValue the two-sided p-value, from 0 to 1
 */
public record HypothesisTest(String method, double statistic, double pValue) {}
