package io.github.cxkit.recovery.equity;

import io.github.cxkit.core.Direction;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ShareMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A caller's row. */
record Row(String group, String stratum, Optional<Boolean> paid, OptionalDouble refund) {

    static final ShareMetric PAID = ShareMetric.higherIsBetter("paid");
    static final Quantity REFUND =
            Quantity.amount("refund", MetricUnit.of("euros", " EUR", 2), Direction.HIGHER_IS_BETTER);

    static EquityAudit<Row, String> audit() {
        return EquityAudit.of(Row::group, "A", "B", Row::stratum);
    }

    static EquityAudit<Row, String> paidAudit() {
        return audit().withRate(PAID, Row::paid);
    }

    static EquityAudit<Row, String> refundAudit() {
        return audit().withAmount(REFUND, Row::refund);
    }

    static List<Row> rates(String group, String stratum, long yes, long count) {
        List<Row> rows = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            rows.add(new Row(group, stratum, Optional.of(i < yes), OptionalDouble.empty()));
        }
        return rows;
    }

    static List<Row> amounts(String group, String stratum, double... amounts) {
        List<Row> rows = new ArrayList<>();
        for (double amount : amounts) {
            rows.add(new Row(group, stratum, Optional.empty(), OptionalDouble.of(amount)));
        }
        return rows;
    }

    @SafeVarargs
    static List<Row> all(List<Row>... parts) {
        List<Row> rows = new ArrayList<>();
        for (List<Row> part : parts) {
            rows.addAll(part);
        }
        return rows;
    }

    static Row unknown(String group, String stratum) {
        return new Row(group, stratum, Optional.empty(), OptionalDouble.empty());
    }

    Row withGroup(String other) {
        return new Row(other, stratum, paid, refund);
    }
}
