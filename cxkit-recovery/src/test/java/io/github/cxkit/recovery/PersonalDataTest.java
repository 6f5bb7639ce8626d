package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants a marker in every place that may hold personal data and looks for it in everything that may be shown. */
class PersonalDataTest {

    private static final String MARKER = "PII7c31";
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final CaseId ID = CaseId.of(MARKER + "-case");
    private static final Handler HANDLER =
            Handler.person().withId(MARKER + "-agent").withTeam(MARKER + "-team");
    private static final List<CaseEvent> EVENTS = List.of(
            CaseEvent.contacted(ID, AT, 1),
            CaseEvent.replied(ID, AT, 2, HANDLER),
            CaseEvent.resolved(ID, AT, 3, Party.COMPANY));
    private static final RecoveryCase CASE = Cases.REJECTED
            .without(Evidence.FIRST_RESPONSE)
            .without(Evidence.CONTACTS)
            .without(Evidence.HAND_OFFS)
            .withEvents(EVENTS);
    private static final FairnessScore SCORE = FairnessScorer.withDefaults().score(CASE);

    static Stream<Object> everything() {
        return Stream.of(
                CASE,
                CASE.firstResponse(),
                SCORE,
                SCORE.describe(),
                SCORE.contributions(),
                SCORE.dimension(FairnessDimension.PROCESS),
                SCORE.perceived(),
                SCORE.scorer(),
                SCORE.notes(),
                Stream.of(CASE)
                        .collect(FairnessSummary.toFairnessSummary(FairnessScorer.withDefaults(), facts -> facts)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void noTextShowsIt(Object value) {
        assertThat(value.toString()).isNotBlank().doesNotContain(MARKER);
    }

    static Stream<ThrowingCallable> mistakes() {
        CaseEvent other = CaseEvent.contacted(CaseId.of(MARKER + "-other"), AT, 9);
        return Stream.of(
                () -> CASE.withContacts(9),
                () -> CASE.withHandOffs(9),
                () -> CASE.withFirstResponse(Promptness.took(Duration.ofDays(9))),
                () -> CASE.withEvents(List.of(EVENTS.get(0), other)),
                () -> CASE.withEvents(List.of(EVENTS.get(0), EVENTS.get(0))),
                () -> CASE.withNotApplicable(Evidence.APOLOGY),
                () -> RecoveryCase.reported(AT.plusSeconds(1)).withEvents(EVENTS));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void noMessageShowsIt(ThrowingCallable mistake) {
        assertThat(catchThrowable(mistake)).isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowable(mistake).getMessage()).isNotBlank().doesNotContain(MARKER);
    }
}
