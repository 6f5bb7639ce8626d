package io.github.cxkit.metrics.time;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty;

/** The share still waiting after a time, or no longer so, in per cent: the latter where higher is better. */
record WaitingShare(ShareMetric metric, CurvePoint point, long count) implements Score {

    WaitingShare(String name, Direction direction, CurvePoint point, long count) {
        this(new ShareMetric(name, direction), point, count);
    }

    private boolean isOver() {
        return metric.direction() == Direction.HIGHER_IS_BETTER;
    }

    @Override
    public double value() {
        return isOver() ? 100 - 100 * point.share() : 100 * point.share();
    }

    @Override
    public double effectiveCount() {
        return point.effectiveCount();
    }

    @Override
    public Uncertainty uncertainty() {
        double value = value();
        return new Uncertainty.Limits(method(), z -> {
            if (z == 0) {
                return new Interval(value, value);
            }
            Interval waiting = point.limits(z);
            return isOver()
                    ? new Interval(100 - 100 * waiting.upper(), 100 - 100 * waiting.lower())
                    : new Interval(100 * waiting.lower(), 100 * waiting.upper());
        });
    }

    private String method() {
        return point.share() == 0 || point.share() == 1 ? "Wilson" : "log-log";
    }

    @Override
    public String toString() {
        return metric.name() + " " + estimate();
    }
}
