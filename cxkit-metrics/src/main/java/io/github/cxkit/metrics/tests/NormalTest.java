package io.github.cxkit.metrics.tests;

import io.github.cxkit.metrics.HypothesisTest;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tests whose statistic is normal where nothing moved. */
final class NormalTest {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private NormalTest() {}

    static HypothesisTest of(String method, double z) {
        return new HypothesisTest(method, z, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }

    /** Nothing varies, so that nothing speaks against no change. */
    static HypothesisTest withoutVariance(String method, String reason) {
        return new HypothesisTest(method + " (no variance: " + reason + ")", 0, 1);
    }
}
