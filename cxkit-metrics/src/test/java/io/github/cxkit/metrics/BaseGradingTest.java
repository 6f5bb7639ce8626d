package io.github.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseGradingTest {

    @ParameterizedTest
    @CsvSource({
        "0, SUPPRESSED",
        "9, SUPPRESSED",
        "10, LOW",
        "29, LOW",
        "30, NOT_FOR_COMPARISON",
        "99, NOT_FOR_COMPARISON",
        "100, SUFFICIENT"
    })
    void gradesByDefaultAtTenThirtyAndAHundred(long n, BaseSize grade) {
        assertThat(Nps.promoters(n).passives(0).detractors(0).base()).isEqualTo(grade);
    }

    @Test
    void everyGradeGoesByTheEffectiveN() {
        RatingTally tally = RatingTally.on(Nps.STANDARD.scale());
        for (int i = 0; i < 200; i++) {
            tally.accept(9, i == 0 ? 1000 : 1);
        }
        Nps dominated = Nps.from(tally.counts());
        assertThat(dominated.count()).isEqualTo(200);
        assertThat(dominated.effectiveCount()).isLessThan(2);
        assertThat(dominated.base()).isEqualTo(BaseSize.SUPPRESSED);
    }

    @Test
    void canBeSetOtherwise() {
        BaseGrading grading = BaseGrading.withDefaults().withSuppressedBelow(1).withWarningsBelow(2, 3);
        assertThat(grading.grade(Nps.of())).isEqualTo(BaseSize.SUPPRESSED);
        assertThat(grading.grade(Nps.of(9))).isEqualTo(BaseSize.LOW);
        assertThat(grading.grade(Nps.of(9, 9))).isEqualTo(BaseSize.NOT_FOR_COMPARISON);
        assertThat(grading.grade(Nps.of(9, 9, 9))).isEqualTo(BaseSize.SUFFICIENT);
        assertThatIllegalArgumentException().isThrownBy(() -> grading.withSuppressedBelow(0));
        assertThatIllegalArgumentException().isThrownBy(() -> grading.withWarningsBelow(30, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> grading.withWarningsBelow(-1, 10));
    }
}
