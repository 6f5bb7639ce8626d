package io.github.cxkit.metrics.change;

import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.NetMethod;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Sums;
import io.github.cxkit.metrics.numbers.Welch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** After less before of two independent sides, on the scale on which their metric compares. */
record Difference(Score before, Score after) implements Score {

    private static final String WALD = NetMethod.WALD.label();
    private static final double FULL_END = 0.6;
    private static final double FEW = 100;
    private static final double UNEVEN = 3;

    Difference {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        before.metric().requireSame(after.metric(), "compared");
        refuseBounds(before, "before");
        refuseBounds(after, "after");
    }

    private static void refuseBounds(Score side, String name) {
        if (side.uncertainty() instanceof Uncertainty.Limits limits && limits.areBounds()) {
            throw new IllegalArgumentException(name + " is known between bounds, which do not add in quadrature: "
                    + side.metric().name() + " cannot be compared further");
        }
    }

    private Link link() {
        return before.metric().link();
    }

    @Override
    public Metric metric() {
        return ChangeMetric.of(before.metric());
    }

    @Override
    public double value() {
        return link().between(before.value(), after.value());
    }

    @Override
    public long count() {
        return Sums.addExact(before.count(), after.count());
    }

    @Override
    public double effectiveCount() {
        return before.effectiveCount() + after.effectiveCount();
    }

    /** An exact side has no answers, and there is a value all the same. */
    @Override
    public boolean isEmpty() {
        return before.isEmpty() || after.isEmpty();
    }

    /** A comparison is as good as its weaker side. */
    @Override
    public BaseSize base() {
        return before.base().compareTo(after.base()) < 0 ? before.base() : after.base();
    }

    @Override
    public List<String> caveats() {
        return ofBoth(Score::caveats);
    }

    private List<String> ofBoth(Function<Score, List<String>> sentences) {
        return Stream.concat(
                        sentences.apply(before).stream().map(sentence -> "before: " + sentence),
                        sentences.apply(after).stream().map(sentence -> "after: " + sentence))
                .toList();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(ofBoth(Score::notes));
        if (isUnevenAtAnEnd(before, after)) {
            notes.add(takeTheShare("before", "after"));
        }
        if (isUnevenAtAnEnd(after, before)) {
            notes.add(takeTheShare("after", "before"));
        }
        return notes;
    }

    /** Where Welch's interval finds differences that are not there in up to a tenth of the samples. */
    private static boolean isUnevenAtAnEnd(Score few, Score many) {
        return few.shareAtOneEnd().orElse(0) > FULL_END
                && few.effectiveCount() < FEW
                && many.effectiveCount() >= UNEVEN * few.effectiveCount();
    }

    private static String takeTheShare(String few, String many) {
        return "over 60 % of the answers " + few + " lie at one end of the range, and there are three times as many "
                + many + "\nMaybe take the share at that end.";
    }

    @Override
    public Uncertainty uncertainty() {
        return uncertainty(Estimator.withDefaults());
    }

    @Override
    public Uncertainty uncertainty(Estimator methods) {
        Uncertainty earlier = before.uncertainty(methods);
        Uncertainty later = after.uncertainty(methods);
        if (earlier instanceof Uncertainty.StandardError one
                && later instanceof Uncertainty.StandardError other
                && Math.min(one.standardError(), other.standardError()) > 0) {
            Welch welch = Welch.of(
                    one.standardError(), one.degreesOfFreedom(), other.standardError(), other.degreesOfFreedom());
            return new Uncertainty.StandardError(
                    link().named("Welch"), welch.standardError(), welch.degreesOfFreedom(), metric().link());
        }
        Optional<String> reason = earlier.reasonWithoutLimits()
                .map(why -> "before: " + why)
                .or(() -> later.reasonWithoutLimits().map(why -> "after: " + why));
        if (reason.isPresent()) {
            return new Uncertainty.NotEstimable(reason.get());
        }
        return earlier.method().equals(WALD) && later.method().equals(WALD)
                ? wald(earlier, later)
                : new Uncertainty.Limits(link().named("MOVER"), mover(earlier, later));
    }

    /** Square-and-add of Wald's limits is Wald's interval of the difference; of zero width where no answer varies, which is no certainty. */
    private Uncertainty wald(Uncertainty earlier, Uncertainty later) {
        Uncertainty.LimitsFunction limits = mover(earlier, later);
        return limits.at(1).width() > 0
                ? new Uncertainty.Limits(WALD, limits)
                : new Uncertainty.NotEstimable("no answer varies");
    }

    private Uncertainty.LimitsFunction mover(Uncertainty earlier, Uncertainty later) {
        Link link = link();
        double from = before.value();
        double to = after.value();
        double distance = link.distance(from, to);
        return z -> {
            Interval ofFrom = earlier.limits(from, z).orElseThrow();
            Interval ofTo = later.limits(to, z).orElseThrow();
            double down = Math.hypot(link.distance(ofTo.lower(), to), link.distance(from, ofFrom.upper()));
            double up = Math.hypot(link.distance(to, ofTo.upper()), link.distance(ofFrom.lower(), from));
            return new Interval(link.shown(distance - down), link.shown(distance + up));
        };
    }
}
