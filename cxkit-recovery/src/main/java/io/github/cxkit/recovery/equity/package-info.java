/**
 * SAME FAILURE, SAME TREATMENT: whether two groups of customers were paid, answered and put right alike, among cases of the same kind.
 *
 * <p>{@link io.github.cxkit.recovery.equity.EquityAudit} takes the caller's own rows, and the groups, strata and outcomes that the caller names.
 *
 * <pre>{@code
 * EquityReport<Failure> report = EquityAudit.of(MyCase::region, "north", "south", MyCase::failure)
 *         .withRate(ShareMetric.higherIsBetter("paid"), MyCase::paid)
 *         .examine(cases);
 * report.rate("paid").orElseThrow().verdict();       // ALIKE, DIFFERENT or NOT_SHOWN
 * }</pre>
 */
@NullMarked
package io.github.cxkit.recovery.equity;

import org.jspecify.annotations.NullMarked;
