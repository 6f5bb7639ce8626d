package io.github.cxkit.examples.programs;

import static io.github.cxkit.recovery.FairnessDimension.COMPENSATION;
import static io.github.cxkit.recovery.FairnessDimension.INTERACTION;
import static io.github.cxkit.recovery.FairnessDimension.PROCESS;
import static java.util.stream.Collectors.groupingBy;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessPolicy;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.FairnessSummary;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.PerceivedFairness;
import io.github.cxkit.recovery.Promptness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * From three ordinary tables to fairness per team: the events of tickets, refunds, and answers to a survey.
 *
 * <p>The lesson: tickets give PROCESS, refunds COMPENSATION, the survey what customers say of INTERACTION. What was observed of INTERACTION none of them gives, so the
 * score is a partial one, and says so.
 */
public final class ThreeTables {

    private static final PerceivedFairness.Item TREATED_WELL =
            PerceivedFairness.Item.agreement("I was treated with courtesy", INTERACTION);
    private static final FairnessScorer SCORER =
            FairnessScorer.by(FairnessPolicy.DEFAULT.withDimensions(PROCESS, COMPENSATION));

    private ThreeTables() {}

    /** A row of the first table: {@code opened}, {@code written} by the customer, {@code replied}, {@code resolved} or {@code reopened}. */
    record Event(String ticket, String team, Instant at, String what, String agent) {}

    /** A row of the second table: what was billed, what was given back, and whether the customer kept what went wrong. */
    record Refund(String ticket, Money billed, Money given, boolean kept) {}

    /** A row of the third table: agreement with being treated with courtesy, from 1 to 7. */
    record Answered(String ticket, int courtesy) {}

    /** The promises to customers: 4 hours for a reply, 2 days for a resolution. The events tell everything until the tables were written. */
    static Map<String, FairnessSummary> byTeam(
            List<Event> events, List<Refund> refunds, List<Answered> answers, Instant written) {
        Map<String, Refund> refundOf = new TreeMap<>();
        refunds.forEach(refund -> refundOf.put(refund.ticket(), refund));
        Map<String, Answered> answerOf = new TreeMap<>();
        answers.forEach(answer -> answerOf.put(answer.ticket(), answer));
        Map<String, FairnessSummary.Tally> tallies = new TreeMap<>();
        events.stream()
                .collect(groupingBy(Event::ticket))
                .forEach((ticket, rows) -> tallies.computeIfAbsent(
                                rows.get(0).team(), team -> FairnessSummary.Tally.of(SCORER))
                        .accept(recoveryCase(
                                rows,
                                Optional.ofNullable(refundOf.get(ticket)),
                                Optional.ofNullable(answerOf.get(ticket)),
                                written)));
        Map<String, FairnessSummary> summaries = new TreeMap<>();
        tallies.forEach((team, tally) -> summaries.put(team, tally.summary()));
        return summaries;
    }

    private static RecoveryCase recoveryCase(
            List<Event> rows, Optional<Refund> refund, Optional<Answered> answer, Instant written) {
        RecoveryCase facts = RecoveryCase.of(Failure.outcome())
                .withHandling(Handling.UNKNOWN
                        .withFirstResponse(Promptness.within(Duration.ofHours(4)))
                        .withResolution(Promptness.within(Duration.ofDays(2))))
                .withEvents(caseEvents(rows))
                .withEventsUntil(written);
        if (refund.isPresent()) {
            facts = facts.withRedress(Redress.UNKNOWN
                    .withLoss(Loss.of(refund.get().billed()))
                    .withCompensation(Compensation.of(refund.get().given()))
                    .withServiceAccepted(refund.get().kept()));
        }
        if (answer.isPresent()) {
            facts = facts.withAftermath(facts.aftermath()
                    .withAnswer(
                            TREATED_WELL,
                            TREATED_WELL.scale().answer(answer.get().courtesy())));
        }
        return facts;
    }

    private static List<CaseEvent> caseEvents(List<Event> rows) {
        List<CaseEvent> events = new ArrayList<>();
        for (Event row : rows) {
            CaseId ticket = CaseId.of(row.ticket());
            int sequence = events.size() + 1;
            events.add(
                    switch (row.what()) {
                        case "opened" -> CaseEvent.opened(ticket, row.at(), sequence, Party.CUSTOMER);
                        case "written" -> CaseEvent.contacted(ticket, row.at(), sequence);
                        case "replied" ->
                            CaseEvent.replied(
                                    ticket, row.at(), sequence, Handler.person().withId(row.agent()));
                        case "resolved" -> CaseEvent.resolved(ticket, row.at(), sequence, Party.COMPANY);
                        case "reopened" -> CaseEvent.reopened(ticket, row.at(), sequence, Party.CUSTOMER);
                        default -> throw new IllegalArgumentException("no such event: " + row.what());
                    });
        }
        return events;
    }

    /** What can be said of a team, and what cannot. */
    static List<String> report(FairnessSummary team) {
        return List.of(
                team.overall().toString(),
                team.dimension(PROCESS).toString(),
                team.dimension(COMPENSATION).toString(),
                team.perceived(INTERACTION).toString(),
                team.fair().toString());
    }
}
