package io.github.cxkit.metrics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.metrics.BaseSize;
import io.github.cxkit.metrics.Estimator;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.OpenShare;
import io.github.cxkit.metrics.ReferenceCsv;
import io.github.cxkit.metrics.ReferenceCsv.Row;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMethod;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty.Limits;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases that are still pending may end either way, and all of them the same way at once. */
class OpenShareChangeTest {

    private static final ShareMetric MET = ShareMetric.higherIsBetter("target met");

    private static OpenShare share(long met, long breached, long pending, long unknown) {
        return new OpenShare(Share.of(MET, met, met + breached), pending, unknown);
    }

    private static OpenShareChange between(Row row) {
        return OpenShareChange.between(
                share(row.whole("met_before"), row.whole("breached_before"), row.whole("pending_before"), 0),
                share(row.whole("met_after"), row.whole("breached_after"), 0, row.whole("pending_after")));
    }

    static Stream<Row> rows() {
        return ReferenceCsv.rows(OpenShareChangeTest.class, "open_share_difference.csv");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void pendingCasesWidenTheIntervalByWhatTheyMayBecome(Row row) {
        OpenShareChange change = between(row);
        Interval interval = change.estimate(row.number("conf")).interval().orElseThrow();
        assertThat(change.value() / 100).isCloseTo(row.number("difference"), within(1e-12));
        assertThat(interval.lower() / 100).isCloseTo(row.number("lower"), within(1e-9));
        assertThat(interval.upper() / 100).isCloseTo(row.number("upper"), within(1e-9));
        if (row.text("tipping_percent").isEmpty()) {
            assertThat(change.tippingPoint(row.number("conf"))).isEmpty();
        } else {
            assertThat(change.tippingPoint(row.number("conf"))).hasValue((int) row.whole("tipping_percent"));
        }
    }

    @Test
    void theExampleOfItsJavadoc() {
        OpenShareChange change = OpenShareChange.between(share(800, 200, 0, 0), share(820, 80, 100, 0));
        assertThat(change).hasToString("change in target met 7.0 (95% CI -1.4 to 15.0, n=2000)");
        assertThat(change.tippingPoint()).hasValue(72);
        assertThat(change.change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.notes()).containsExactly("after: 100 of 1000 pending, of all 82.0% to 92.0%");
        assertThat(change.caveats()).isEmpty();
        assertThat(change.count()).isEqualTo(2000);
        assertThat(change.base()).isEqualTo(BaseSize.SUFFICIENT);
    }

    @Test
    void nothingUndecidedIsThePlainChange() {
        OpenShare before = share(50, 50, 0, 0);
        OpenShare after = share(60, 40, 0, 0);
        OpenShareChange change = OpenShareChange.between(before, after);
        Change plain = Change.between(before.decided(), after.decided());
        Interval expected = plain.difference().interval().orElseThrow();
        assertThat(change.value()).isCloseTo(plain.value(), within(1e-12));
        assertThat(change.estimate().interval().orElseThrow().lower()).isCloseTo(expected.lower(), within(1e-12));
        assertThat(change.estimate().interval().orElseThrow().upper()).isCloseTo(expected.upper(), within(1e-12));
        assertThat(change.change().pValue().orElseThrow())
                .isCloseTo(plain.pValue().orElseThrow(), within(1e-9));
        assertThat(((Limits) change.uncertainty()).areBounds()).isFalse();
        assertThat(change.notes()).isEmpty();
        Estimator jeffreys = Estimator.withDefaults().withShareMethod(ShareMethod.JEFFREYS);
        assertThat(jeffreys.estimate(change).interval().orElseThrow().lower())
                .isCloseTo(jeffreys.estimate(plain).interval().orElseThrow().lower(), within(1e-9));
    }

    @Test
    void zeroBetweenTheBoundsIsNoFindingHoweverManyCasesThereAre() {
        OpenShareChange change =
                OpenShareChange.between(share(8_000_000, 2_000_000, 0, 0), share(7_900_000, 1_000_000, 1_100_000, 0));
        assertThat(change.change().pValue().orElseThrow()).isEqualTo(1);
        assertThat(change.change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(((Limits) change.uncertainty()).at(0)).isEqualTo(new Interval(change.value(), change.value()));
    }

    @Test
    void boundsAreNotComparedFurther() {
        Change change = OpenShareChange.between(share(800, 200, 0, 0), share(820, 80, 100, 0))
                .change();
        Change control = Change.between(Share.of(MET, 5, 9), Share.of(MET, 6, 9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.against(control))
                .withMessageContaining("bounds, which do not add in quadrature");
    }

    @Test
    void swappingTheSidesNegates() {
        OpenShare before = share(700, 300, 20, 30);
        OpenShare after = share(850, 100, 50, 0);
        OpenShareChange one = OpenShareChange.between(before, after);
        OpenShareChange other = OpenShareChange.between(after, before);
        assertThat(other.value()).isEqualTo(-one.value());
        assertThat(other.estimate().interval().orElseThrow().lower())
                .isCloseTo(-one.estimate().interval().orElseThrow().upper(), within(1e-12));
        assertThat(other.tippingPoint()).isEqualTo(one.tippingPoint());
        assertThat(one).isNotEqualTo(other).isEqualTo(OpenShareChange.between(before, after));
        assertThat(one).hasSameHashCodeAs(OpenShareChange.between(before, after));
        assertThat(one.before()).isEqualTo(before);
        assertThat(one.after()).isEqualTo(after);
        assertThat(one.change().metric().name()).isEqualTo("change in target met");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        OpenShare other = new OpenShare(Share.of(ShareMetric.lowerIsBetter("reopened"), 1, 2), 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenShareChange.between(share(1, 1, 1, 0), other))
                .withMessageContaining("cannot be compared with");
        assertThatIllegalStateException()
                .isThrownBy(() -> OpenShareChange.between(share(1, 1, 1, 0), share(0, 0, 0, 0)));
        assertThat(OpenShareChange.between(share(0, 0, 500, 0), share(200, 300, 0, 0))
                        .tippingPoint())
                .isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenShareChange.between(share(1, 1, 1, 0), share(2, 1, 0, 0))
                        .tippingPoint(1));
    }

    /** The same truth, 80 % in time, the quick decided first: decided shares alone find a change, bounds do not. [seeded] */
    @Test
    void findsNoChangeThatIsNotThereWhereTheLateOnesArePending() {
        Random random = new Random(3);
        int trials = 1_000;
        int found = 0;
        int foundByDecidedAlone = 0;
        for (int trial = 0; trial < trials; trial++) {
            long met = 0;
            long metLater = 0;
            long pending = 0;
            for (int i = 0; i < 500; i++) {
                met += random.nextDouble() < 0.8 ? 1 : 0;
                boolean isMet = random.nextDouble() < 0.8;
                boolean isPending = !isMet && random.nextDouble() < 0.5;
                metLater += isMet ? 1 : 0;
                pending += isPending ? 1 : 0;
            }
            OpenShare before = share(met, 500 - met, 0, 0);
            OpenShare after = share(metLater, 500 - metLater - pending, pending, 0);
            found += OpenShareChange.between(before, after).change().excludesZero() ? 1 : 0;
            foundByDecidedAlone +=
                    Change.between(before.decided(), after.decided()).excludesZero() ? 1 : 0;
        }
        assertThat(found / (double) trials).isLessThan(0.04);
        assertThat(foundByDecidedAlone / (double) trials).isGreaterThan(0.6);
    }
}
