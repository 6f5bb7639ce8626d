package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The code of the documentation, so that it cannot rot. */
class RecoveryReadmeTest {

    @Test
    void theFirstExample() {
        RecoveryCase refundCase = RecoveryCase.of(Failure.outcome())
                .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
                .withResolution(Promptness.met(true))
                .withContacts(3)
                .withHandOffs(1)
                .withChannelSwitches(0)
                .withReopenings(0)
                .withPromises(Promises.kept(2).outOf(3))
                .withApology(Apology.of(0.8, 0.6, 1))
                .withExplanation(1)
                .withEffort(0.75)
                .withLoss(Loss.of(Money.parse("EUR 200")))
                .withCompensation(Compensation.of(Money.parse("EUR 160")))
                .withServiceAccepted(false);
        FairnessScore score = FairnessScorer.withDefaults().score(refundCase);
        assertThat(score).hasToString("observed fairness 76.6 (bounds 67.4 to 78.3), weakest COMPENSATION");
        assertThat(score.contributions().get(0)).hasToString("redress 12.2");
        assertThat(score.isSensitiveToWeights()).isTrue();
        assertThat(score.notes())
                .containsExactly(
                        FairnessNote.NO_VIOLATION_REPORTED,
                        FairnessNote.CORE_PROBLEM_UNKNOWN,
                        FairnessNote.SENSITIVE_TO_WEIGHTS);
    }
}
