package io.github.cxkit.metrics;

/**
 * The scale on which two values of a metric are compared: as they are, or as ratios by their logarithms.
 *
 * <p>From a geometric mean of 10 hours to one of 8 hours the distance on {@link #LOG} is ln 0.8 = −0.223, shown as −20 %. Uncertainties add on this scale,
 * so that one formula serves differences and ratios.
 *
 * <ul>
 *   <li>Distances add up: from a to b and from b to c make that from a to c.
 *   <li>A ratio to 0 or of 0 has an infinite distance; values below 0 have none.
 * </ul>
 */
public enum Link {

    /** Values as they are; a distance is a difference, shown in points. */
    IDENTITY {
        @Override
        public double distance(double from, double to) {
            return to - from;
        }

        @Override
        public double moved(double value, double distance) {
            return value + distance;
        }

        @Override
        public double shown(double distance) {
            return distance;
        }

        @Override
        public double distanceOf(double shown) {
            return shown;
        }

        @Override
        public double between(double before, double after) {
            return after - before;
        }
    },

    /** Logarithms of values, as of geometric means; a distance is the logarithm of a ratio, shown in per cent: −20.0 is a fifth less. */
    LOG {
        @Override
        public double distance(double from, double to) {
            return Math.log(to / from);
        }

        @Override
        public double moved(double value, double distance) {
            // Down by a quotient and up by a product, so that both limits come from one factor.
            return distance < 0 ? value / Math.exp(-distance) : value * Math.exp(distance);
        }

        @Override
        public double between(double before, double after) {
            return 100 * (after - before) / before;
        }
    },

    /** Logarithms of the ratios that values in per cent stand for, −20 % for 0.8: the scale of changes that are ratios themselves. */
    LOG_PERCENT {
        @Override
        public double distance(double from, double to) {
            return Math.log1p(to / 100) - Math.log1p(from / 100);
        }

        @Override
        public double moved(double value, double distance) {
            return 100 * (LOG.moved(ratio(value), distance) - 1);
        }

        @Override
        public double between(double before, double after) {
            return 100 * (ratio(after) / ratio(before) - 1);
        }
    };

    private static double ratio(double percent) {
        return 1 + percent / 100;
    }

    /**
     * Returns how far it is from one value to another on this scale.
     *
     * @param from a value of the metric
     * @param to another one
     * @return to − from, or the logarithm of to/from; positive where {@code to} is larger
     */
    public abstract double distance(double from, double to);

    /**
     * Returns the value at a distance from another.
     *
     * @param value a value of the metric
     * @param distance the distance on this scale
     * @return value + distance, or value·exp(distance)
     */
    public abstract double moved(double value, double distance);

    /**
     * Returns a distance as readers see it.
     *
     * @param distance the distance on this scale
     * @return the distance itself, or 100·(exp(distance) − 1): per cent of the value before
     */
    public double shown(double distance) {
        return 100 * Math.expm1(distance);
    }

    /**
     * Returns the distance that readers see so; the way back from {@link #shown}.
     *
     * @param shown a difference, or per cent of the value before, above −100
     * @return the distance on this scale
     */
    public double distanceOf(double shown) {
        return Math.log1p(shown / 100);
    }

    /**
     * Returns the change between two values as readers see it: {@code shown(distance(before, after))}, worked out directly so that no digit is lost.
     *
     * @param before the value before
     * @param after the value after
     * @return a difference, or per cent of the value before
     */
    public abstract double between(double before, double after);

    /**
     * Returns the name of a method that is used on this scale.
     *
     * @param method for example {@code t}
     * @return for example {@code t on logarithms}
     */
    public String named(String method) {
        return isAdditive() ? method : method + " on logarithms";
    }

    /**
     * Returns whether changes are differences, which add up over parts and periods.
     *
     * @return true for {@link #IDENTITY} alone
     */
    public boolean isAdditive() {
        return this == IDENTITY;
    }
}
