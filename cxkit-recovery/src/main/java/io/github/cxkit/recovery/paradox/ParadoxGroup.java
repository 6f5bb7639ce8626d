package io.github.cxkit.recovery.paradox;

import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import java.util.Objects;

/**
 * What a reader must know about a group before believing a comparison with it.
 *
 * <ul>
 *   <li>Customers at the best point of the scale before cannot gain; those at it afterwards may have gained more than the scale can show.
 *   <li>Customers who left because of the failure do not answer afterwards. What they would have said is in no number here.
 *   <li>A share of nobody has no value.
 * </ul>
 *
 * @param customers how many customers there are
 * @param answeredBoth how many answered before and after
 * @param atCeilingBefore the share at the best point of the scale, of those who answered before
 * @param atCeilingAfter the share at the best point of the scale, of those who answered after
 * @param withoutAnswerAfter the share of all who did not answer after
 */
public record ParadoxGroup(
        long customers, long answeredBoth, Share atCeilingBefore, Share atCeilingAfter, Share withoutAnswerAfter) {

    private static final ShareMetric BEFORE = ShareMetric.higherIsBetter("at the best point before");
    private static final ShareMetric AFTER = ShareMetric.higherIsBetter("at the best point after");
    private static final ShareMetric SILENT = ShareMetric.lowerIsBetter("without an answer after");

    /**
     * Checks the parts.
     *
     * @param customers how many customers there are
     * @param answeredBoth how many answered before and after
     * @param atCeilingBefore the share at the best point before
     * @param atCeilingAfter the share at the best point after
     * @param withoutAnswerAfter the share who did not answer after
     */
    public ParadoxGroup {
        Objects.requireNonNull(atCeilingBefore, "atCeilingBefore");
        Objects.requireNonNull(atCeilingAfter, "atCeilingAfter");
        Objects.requireNonNull(withoutAnswerAfter, "withoutAnswerAfter");
    }

    static ParadoxGroup of(Outcomes outcomes) {
        return new ParadoxGroup(
                outcomes.customers(),
                outcomes.pairs(),
                Share.of(
                        BEFORE, outcomes.atCeilingBefore(), outcomes.allBefore().count()),
                Share.of(AFTER, outcomes.atCeilingAfter(), outcomes.allAfter().count()),
                Share.of(SILENT, outcomes.customers() - outcomes.allAfter().count(), outcomes.customers()));
    }
}
