package io.github.cxkit.recovery.equity;

import io.github.cxkit.metrics.Figure;
import io.github.cxkit.metrics.HypothesisTest;
import io.github.cxkit.metrics.Link;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.numbers.Rounding;
import java.util.Collection;
import java.util.Optional;

/**
 * The sums over strata behind a {@link RateEquity.Comparison}; a stratum with one group only adds nothing to any of them.
 *
 * <p>In each stratum b of n1 in group B and a of n0 in group A have the outcome, of n = n1 + n0.
 */
final class MantelHaenszel {

    private static final String NO_VARIANCE = "the outcomes do not vary within the strata";

    private long cases;
    private double weights;
    private double gaps;
    private double satoP;
    private double satoQ;
    private double riskB;
    private double riskA;
    private double riskVariance;
    private double concordant;
    private double discordant;
    private double pr;
    private double psQr;
    private double qs;
    private double excess;
    private double nullVariance;

    private MantelHaenszel() {}

    static MantelHaenszel of(Collection<TwoByTwo> strata) {
        MantelHaenszel sums = new MantelHaenszel();
        strata.stream().filter(TwoByTwo::hasBoth).forEach(sums::add);
        return sums;
    }

    private void add(TwoByTwo stratum) {
        double b = stratum.yesB();
        double a = stratum.yesA();
        double n1 = stratum.countB();
        double n0 = stratum.countA();
        double n = stratum.total();
        double notB = n1 - b;
        double notA = n0 - a;
        cases += stratum.countA() + stratum.countB();
        weights += n1 * n0 / n;
        gaps += (b * n0 - a * n1) / n;
        satoP += (n1 * n1 * a - n0 * n0 * b + n1 * n0 * (n0 - n1) / 2) / (n * n);
        satoQ += (b * notA + a * notB) / (2 * n);
        riskB += b * n0 / n;
        riskA += a * n1 / n;
        riskVariance += (n1 * n0 * stratum.yes() - a * b * n) / (n * n);
        double r = b * notA / n;
        double s = notB * a / n;
        double p = (b + notA) / n;
        double q = (notB + a) / n;
        concordant += r;
        discordant += s;
        pr += p * r;
        psQr += p * s + q * r;
        qs += q * s;
        excess += b - n1 * stratum.yes() / n;
        nullVariance += n1 * n0 * stratum.yes() * (n - stratum.yes()) / (n * n * (n - 1));
    }

    /** Empty where no stratum has both groups. */
    Optional<RateEquity.Comparison> comparison(ShareMetric metric, EquitySettings settings) {
        return weights > 0
                ? Optional.of(new RateEquity.Comparison(
                        difference(metric, settings), riskRatio(metric, settings), oddsRatio(metric, settings), test()))
                : Optional.empty();
    }

    private Score difference(ShareMetric metric, EquitySettings settings) {
        double gap = gaps / weights;
        double variance = gap * satoP + satoQ;
        return Figure.of(
                EquityMetric.gap(metric.name() + ": " + settings.b() + " minus " + settings.a(), metric.direction()),
                100 * gap,
                cases,
                normal(
                        "Mantel–Haenszel, Sato",
                        variance > Rounding.LEFT_OVER * satoQ ? 100 * Math.sqrt(variance) / weights : 0,
                        Link.IDENTITY,
                        Math.abs(gap) == 1 ? "one group always has the outcome and the other never" : NO_VARIANCE));
    }

    private static Uncertainty normal(String method, double standardError, Link link, String otherwise) {
        return standardError > 0
                ? new Uncertainty.StandardError(method, standardError, Double.POSITIVE_INFINITY, link)
                : new Uncertainty.NotEstimable(otherwise);
    }

    private Optional<Score> riskRatio(ShareMetric metric, EquitySettings settings) {
        if (riskA == 0 || riskB == 0) {
            return Optional.empty();
        }
        return Optional.of(Figure.of(
                ratioOf(metric, "risk ratio", settings),
                riskB / riskA,
                cases,
                normal(
                        "Mantel–Haenszel, Greenland–Robins",
                        Math.sqrt(riskVariance / (riskB * riskA)),
                        Link.LOG,
                        NO_VARIANCE)));
    }

    private Optional<Score> oddsRatio(ShareMetric metric, EquitySettings settings) {
        if (concordant == 0 || discordant == 0) {
            return Optional.empty();
        }
        double variance = pr / (2 * concordant * concordant)
                + psQr / (2 * concordant * discordant)
                + qs / (2 * discordant * discordant);
        return Optional.of(Figure.of(
                ratioOf(metric, "odds ratio", settings),
                concordant / discordant,
                cases,
                normal("Mantel–Haenszel, Robins–Breslow–Greenland", Math.sqrt(variance), Link.LOG, NO_VARIANCE)));
    }

    private static EquityMetric ratioOf(ShareMetric metric, String kind, EquitySettings settings) {
        return EquityMetric.ratio(
                metric.name() + ": " + kind + ", " + settings.b() + " over " + settings.a(), metric.direction());
    }

    private Optional<HypothesisTest> test() {
        if (!(nullVariance > 0)) {
            return Optional.empty();
        }
        double z = excess / Math.sqrt(nullVariance);
        return Optional.of(HypothesisTest.ofNormal("Cochran–Mantel–Haenszel", z));
    }
}
