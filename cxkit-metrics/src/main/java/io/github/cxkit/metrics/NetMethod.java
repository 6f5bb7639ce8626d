package io.github.cxkit.metrics;

import io.github.cxkit.metrics.numbers.NetScore;

/** How the interval of a net score, such as an NPS, is computed. */
public enum NetMethod {

    /**
     * The score interval of Tango (1998), the default: right at small n, monotone, never of zero width, and the mirror of the test
     * against a target. doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;891::AID-SIM780&gt;3.0.CO;2-B
     */
    SCORE("score (Tango)") {
        @Override
        public Interval limits(double positive, double negative, double n, double z) {
            return new Interval(-NetScore.upper(negative, positive, n, z), NetScore.upper(positive, negative, n, z));
        }
    },

    /**
     * Wald's interval after ¾ detractors, 1½ passives and ¾ promoters are added, as published by Rocks (2016) and MeasuringU. Its
     * constants suit 95 %.
     */
    ADJUSTED_WALD("adjusted Wald (¾, 1½, ¾)") {
        @Override
        public Interval limits(double positive, double negative, double n, double z) {
            double adjusted = n + 3;
            return wald((positive * n + 0.75) / adjusted, (negative * n + 0.75) / adjusted, adjusted, z);
        }
    },

    /** Wald's interval, for comparison with others' figures where n is 300 or more: at small n it misses the truth far too often. */
    WALD("Wald") {
        @Override
        public Interval limits(double positive, double negative, double n, double z) {
            return wald(positive, negative, n, z);
        }
    };

    private final String label;

    NetMethod(String label) {
        this.label = label;
    }

    /**
     * Returns the name under which estimates show the method.
     *
     * @return for example {@code score (Tango)}
     */
    public String label() {
        return label;
    }

    /**
     * Returns the limits of a net share. 0.45 positive and 0.25 negative of 100 answers by Tango at z = 1.96: 0.035 to 0.357.
     *
     * @param positive the share of the positive answers, from 0 to 1
     * @param negative the share of the negative answers, from 0 to 1
     * @param n the number of answers, or the effective one, more than 0
     * @param z the two-sided normal quantile, 0 or more
     * @return the limits, not yet cut to [−1, 1]
     */
    public abstract Interval limits(double positive, double negative, double n, double z);

    private static Interval wald(double positive, double negative, double n, double z) {
        double net = positive - negative;
        double half = z * Math.sqrt(Math.max(0, positive + negative - net * net) / n);
        return new Interval(net - half, net + half);
    }
}
