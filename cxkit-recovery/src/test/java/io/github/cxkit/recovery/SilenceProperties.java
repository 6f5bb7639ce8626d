package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Once its promises are due, silence never pays. */
class SilenceProperties {

    private static final CaseId ID = CaseId.of("case-1");
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Handler ANN = Handler.person().withId("ann");
    private static final double ROUNDING = 1e-9;
    private static final int LAST_MINUTE = 3_000;

    /** A log of up to three replies by one person, contacts and resolutions, each but the last resolution reopened; promises are due within 1,000 minutes. */
    private static List<CaseEvent> log(Random random) {
        List<CaseEvent> events = new ArrayList<>();
        int minute = 0;
        events.add(event(events, CaseEvent.Kind.OPENED, minute));
        int steps = random.nextInt(8);
        boolean isResolved = false;
        for (int i = 0; i < steps; i++) {
            minute += random.nextInt(LAST_MINUTE / 8);
            if (isResolved) {
                events.add(event(events, CaseEvent.Kind.REOPENED, minute));
                isResolved = false;
            } else {
                CaseEvent.Kind kind = List.of(CaseEvent.Kind.REPLIED, CaseEvent.Kind.CONTACTED, CaseEvent.Kind.RESOLVED)
                        .get(random.nextInt(3));
                events.add(event(events, kind, minute));
                isResolved = kind == CaseEvent.Kind.RESOLVED;
            }
        }
        return events;
    }

    private static CaseEvent event(List<CaseEvent> before, CaseEvent.Kind kind, int minute) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        int sequence = before.size() + 1;
        return switch (kind) {
            case OPENED -> CaseEvent.opened(ID, at, sequence, Party.CUSTOMER);
            case REPLIED -> CaseEvent.replied(ID, at, sequence, ANN);
            case CONTACTED -> CaseEvent.contacted(ID, at, sequence);
            case RESOLVED -> CaseEvent.resolved(ID, at, sequence, Party.COMPANY);
            case REOPENED -> CaseEvent.reopened(ID, at, sequence, Party.CUSTOMER);
            default -> throw new AssertionError(kind);
        };
    }

    @Provide
    Arbitrary<List<CaseEvent>> logs() {
        return Arbitraries.randomValue(SilenceProperties::log);
    }

    @Provide
    Arbitrary<FairnessScorer> scorers() {
        return Arbitraries.randomValue(Cases::randomScorer);
    }

    private static RecoveryCase promised(Random random) {
        RecoveryCase facts = random.nextBoolean() ? RecoveryCase.reported(START) : RecoveryCase.of(Failure.outcome());
        return facts.withHandling(Handling.UNKNOWN
                .withFirstResponse(Promptness.within(Duration.ofMinutes(1 + random.nextInt(1_000))))
                .withResolution(Promptness.within(Duration.ofMinutes(1 + random.nextInt(1_000))))
                .withChoiceOffered(random.nextBoolean()));
    }

    private static OptionalDouble points(FairnessScorer scorer, RecoveryCase facts) {
        return scorer.score(facts).dimension(FairnessDimension.PROCESS).point();
    }

    private static void assertNoHigher(OptionalDouble before, OptionalDouble after) {
        assertThat(after.isPresent() || before.isEmpty()).isTrue();
        if (before.isPresent()) {
            assertThat(after.getAsDouble()).isLessThanOrEqualTo(before.getAsDouble() + ROUNDING);
        }
    }

    @Property(tries = 1_000)
    void deletingWhatMetAPromiseNeverRaisesThePointNorRemovesIt(
            @ForAll("logs") List<CaseEvent> events, @ForAll("scorers") FairnessScorer scorer, @ForAll Random random) {
        RecoveryCase facts = promised(random).withEventsUntil(START.plus(Duration.ofMinutes(LAST_MINUTE)));
        OptionalDouble before = points(scorer, facts.withEvents(events));
        for (int i = 0; i < events.size(); i++) {
            boolean isLast = i == events.size() - 1;
            CaseEvent.Kind kind = events.get(i).kind();
            if (kind == CaseEvent.Kind.REPLIED || (kind == CaseEvent.Kind.RESOLVED && isLast)) {
                List<CaseEvent> fewer = new ArrayList<>(events);
                fewer.remove(i);
                assertNoHigher(before, points(scorer, facts.withEvents(fewer)));
            }
        }
        List<CaseEvent> silent = events.stream()
                .filter(event -> event.kind() != CaseEvent.Kind.REPLIED)
                .toList();
        assertNoHigher(before, points(scorer, facts.withEvents(silent)));
    }

    @Property(tries = 1_000)
    void lookingLaterNeverRaisesThePointNorRemovesIt(
            @ForAll("logs") List<CaseEvent> events,
            @ForAll("scorers") FairnessScorer scorer,
            @ForAll @IntRange(max = 10_000) int later,
            @ForAll Random random) {
        RecoveryCase facts = promised(random).withEvents(events);
        Instant seen = START.plus(Duration.ofMinutes(LAST_MINUTE));
        assertNoHigher(
                points(scorer, facts.withEventsUntil(seen)),
                points(scorer, facts.withEventsUntil(seen.plus(Duration.ofMinutes(later)))));
    }
}
