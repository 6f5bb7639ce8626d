package io.github.cxkit.metrics;

/** How the interval of a net score, such as an NPS, is computed. */
public enum NetMethod {

    /**
     * The score interval of Tango (1998), the default: right at small n, monotone, never of zero width, and the mirror of the test
     * against a target. doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;891::AID-SIM780&gt;3.0.CO;2-B
     */
    SCORE("score (Tango)") {
        @Override
        Interval limits(double positive, double negative, double n, double z) {
            return new Interval(-NetScore.upper(negative, positive, n, z), NetScore.upper(positive, negative, n, z));
        }
    },

    /**
     * Wald's interval after ¾ detractors, 1½ passives and ¾ promoters are added, as published by Rocks (2016) and MeasuringU. Its
     * constants suit 95 %.
     */
    ADJUSTED_WALD("adjusted Wald (¾, 1½, ¾)") {
        @Override
        Interval limits(double positive, double negative, double n, double z) {
            double adjusted = n + 3;
            return wald((positive * n + 0.75) / adjusted, (negative * n + 0.75) / adjusted, adjusted, z);
        }
    },

    /** Wald's interval, for comparison with others' figures where n is 300 or more: at small n it misses the truth far too often. */
    WALD("Wald") {
        @Override
        Interval limits(double positive, double negative, double n, double z) {
            return wald(positive, negative, n, z);
        }
    };

    private final String label;

    NetMethod(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Limits of the net share in [-1, 1], not yet cut to that range. */
    abstract Interval limits(double positive, double negative, double n, double z);

    private static Interval wald(double positive, double negative, double n, double z) {
        double net = positive - negative;
        double half = z * Math.sqrt(Math.max(0, positive + negative - net * net) / n);
        return new Interval(net - half, net + half);
    }
}
