package io.github.cxkit.metrics.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BisectionTest {

    @Test
    void findsTheFirstPlaceFromWhichAConditionHolds() {
        for (int size = 0; size <= 20; size++) {
            for (int first = 0; first <= size; first++) {
                int from = first;
                assertThat(Bisection.first(size, i -> i >= from)).isEqualTo(first);
            }
        }
        assertThat(Bisection.first(Integer.MAX_VALUE, i -> i >= Integer.MAX_VALUE - 1))
                .isEqualTo(Integer.MAX_VALUE - 1);
    }
}
