package io.github.cxkit.examples.programs;

import static io.github.cxkit.recovery.FairnessMean.toFairnessMean;

import io.github.cxkit.core.Direction;
import io.github.cxkit.examples.programs.HelpDesk.Ticket;
import io.github.cxkit.examples.programs.ModulePathProgram.Complaint;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Evidence;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessMean;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.Promptness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import io.github.cxkit.recovery.equity.EquityAudit;
import io.github.cxkit.recovery.equity.EquityReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Are refunds fair, and are customers of two regions treated alike? Its lesson: state what is known, and only that; a piece that nobody recorded is left out and lowers
 * nothing.
 */
public final class FairTreatment {

    private FairTreatment() {}

    /** What the desk knows of a refund case: its events tell contacts, hand-offs and times; nobody recorded how the customer was met. */
    private static RecoveryCase facts(Ticket ticket) {
        return RecoveryCase.of(Failure.outcome())
                .withEvents(ticket.events())
                .withHandling(Handling.UNKNOWN
                        .withFirstResponse(Promptness.within(Duration.ofHours(4)))
                        .withResolution(Promptness.within(HelpDesk.PROMISED))
                        .withChannelSwitches(0))
                .withRedress(Redress.UNKNOWN
                        .withLoss(Loss.of(euros(ticket.billed())))
                        .withCompensation(Compensation.of(euros(ticket.refund())))
                        .withServiceAccepted(true))
                .withNotApplicable(Evidence.PROMISES, Evidence.CHOICE);
    }

    private static Money euros(BigDecimal amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    /** How fair refund cases were in one dimension, by team. */
    static Breakdown<String, FairnessMean> byTeam(FairnessDimension dimension, List<Ticket> tickets) {
        return tickets.stream()
                .filter(ticket -> ticket.billed().signum() > 0)
                .collect(Breakdown.by(
                        Ticket::team, toFairnessMean(dimension, FairnessScorer.withDefaults(), FairTreatment::facts)));
    }

    /** Whether complaints of both regions were treated alike, among complaints of the same kind. */
    static EquityReport<String> audit(List<Complaint> complaints) {
        return EquityAudit.of(Complaint::region, "north", "south", Complaint::kind)
                .withRate(
                        ShareMetric.higherIsBetter("paid"),
                        c -> Optional.ofNullable(c.paid()).map(paid -> paid > 0))
                .withAmount(
                        Quantity.amount("compensation", MetricUnit.of("euros", " EUR", 2), Direction.HIGHER_IS_BETTER),
                        c -> c.paid() == null || c.paid() == 0 ? OptionalDouble.empty() : OptionalDouble.of(c.paid()))
                .withTime("resolution", c -> Optional.of(Duration.ofHours(c.hoursToResolve())))
                .examine(complaints);
    }

    /** Prints what was found. */
    public static void main(String[] args) {
        List<Ticket> tickets = MadeUpData.tickets(Instant.parse("2026-06-29T16:00:00Z"));
        for (FairnessDimension dimension : List.of(FairnessDimension.PROCESS, FairnessDimension.COMPENSATION)) {
            Breakdown<String, FairnessMean> byTeam = byTeam(dimension, tickets);
            System.out.println(byTeam);
            byTeam.comparisons().forEach(System.out::println);
        }
        audit(MadeUpData.complaints()).outcomes().forEach(System.out::println);
    }
}
