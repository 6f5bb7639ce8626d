package io.github.cxkit.examples.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.metrics.Interval;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CaseTextTest {

    @Test
    void a_bar_draws_what_is_sure_what_is_possible_and_the_points() {
        assertThat(CaseText.bar(OptionalDouble.of(40), new Interval(20, 60)))
                .isEqualTo("#".repeat(10) + ".".repeat(10) + "|" + ".".repeat(9) + " ".repeat(20));
        assertThat(CaseText.bar(OptionalDouble.empty(), new Interval(0, 100))).isEqualTo(".".repeat(50));
        assertThat(CaseText.bar(OptionalDouble.of(0), new Interval(0, 0))).isEqualTo("|" + " ".repeat(49));
        assertThat(CaseText.bar(OptionalDouble.of(100), new Interval(100, 100))).isEqualTo("#".repeat(49) + "|");
    }
}
