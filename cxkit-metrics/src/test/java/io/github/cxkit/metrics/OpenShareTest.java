package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class OpenShareTest {

    private static final ShareMetric IN_TIME = ShareMetric.higherIsBetter("in time");

    private static OpenShare of(long counted, long decided, long pending, long unknown) {
        return new OpenShare(Share.of(IN_TIME, counted, decided), pending, unknown);
    }

    @Test
    void halfOfTheDecidedAndFortyToSixtyOfAll() {
        OpenShare share = of(2, 4, 1, 0);
        assertThat(share.bounds()).isEqualTo(new Interval(40, 60));
        assertThat(share.all()).isEqualTo(5);
        assertThat(share)
                .hasToString("in time 50.0% (95% CI 15.0 to 85.0, n=4); 1 of 5 pending, of all 40.0% to 60.0%");
    }

    @Test
    void theUnknownWidenTheBoundsAsThePendingDo() {
        assertThat(of(2, 4, 0, 1).bounds()).isEqualTo(of(2, 4, 1, 0).bounds());
        assertThat(of(6, 8, 1, 1).bounds()).isEqualTo(new Interval(60, 80));
        assertThat(of(6, 8, 1, 1).undecided()).isEqualTo(2);
        assertThat(of(6, 8, 1, 1).caveat()).hasValue("1 of 10 pending, 1 unknown, of all 60.0% to 80.0%");
        assertThat(of(6, 8, 0, 2).caveat()).hasValue("2 of 10 unknown, of all 60.0% to 80.0%");
    }

    @Test
    void whereAllAreDecidedTheBoundsAreTheShare() {
        assertThat(of(1, 4, 0, 0).bounds()).isEqualTo(new Interval(25, 25));
        assertThat(of(1, 4, 0, 0).caveat()).isEmpty();
        assertThat(of(1, 4, 0, 0)).hasToString(Share.of(IN_TIME, 1, 4).toString());
    }

    @Test
    void nothingDecidedHasNoShareAndNoCasesHaveNoBounds() {
        assertThat(of(0, 0, 3, 0).isEmpty()).isFalse();
        assertThat(of(0, 0, 3, 0).bounds()).isEqualTo(new Interval(0, 100));
        assertThat(of(0, 0, 3, 0)).hasToString("in time undefined (n=0); 3 of 3 pending, of all 0.0% to 100.0%");
        OpenShare none = of(0, 0, 0, 0);
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.caveat()).isEmpty();
        assertThatIllegalStateException().isThrownBy(none::bounds).withMessage("in time is undefined for zero cases");
    }

    @Test
    void mergingAddsTheCounts() {
        assertThat(of(1, 3, 5, 7).plus(of(10, 30, 50, 70))).isEqualTo(of(11, 33, 55, 77));
        assertThat(of(0, 0, 0, 0).plus(of(1, 3, 5, 7))).isEqualTo(of(1, 3, 5, 7));
        OpenShare lost = new OpenShare(Share.of(ShareMetric.lowerIsBetter("lost"), 0, 0), 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1, 3, 5, 7).plus(lost))
                .withMessageContainingAll("in time", "merged", "lost");
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new OpenShare(null, 0, 0))
                .withMessage("decided");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(2, 4, -1, 0))
                .withMessage("pending must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(2, 4, 0, -1))
                .withMessage("unknown must be at least 0, but was -1");
        assertThat(of(0, 1, Long.MAX_VALUE - 2, 1).all()).isEqualTo(Long.MAX_VALUE);
        assertThat(of(0, 1, Long.MAX_VALUE - 2, 1).bounds().upper()).isEqualTo(100);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> of(0, 2, Long.MAX_VALUE - 2, 1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> of(0, 1, Long.MAX_VALUE - 2, 1).plus(of(0, 0, 0, 1)));
    }
}
