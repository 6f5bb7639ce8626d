package io.github.cxkit.examples.programs;

import static io.github.cxkit.recovery.FairnessMean.toFairnessMean;
import static io.github.cxkit.recovery.FairnessSummary.toFairnessSummary;

import io.github.cxkit.core.Customer;
import io.github.cxkit.core.Direction;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.InitiativeEffect;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.respondents.MoveTable;
import io.github.cxkit.metrics.respondents.NetClass;
import io.github.cxkit.metrics.respondents.PairedChange;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Evidence;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessMean;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.FairnessSummary;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.Promptness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import io.github.cxkit.recovery.Treatment;
import io.github.cxkit.recovery.Treatment.Apology;
import io.github.cxkit.recovery.equity.EquityAudit;
import io.github.cxkit.recovery.equity.EquityReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Did the new complaint process help? A program that would have a module of its own:
 *
 * <pre>{@code
 * module complaints {
 *     requires io.github.cxkit.recovery;    // and thereby cxkit's other modules and Joda-Money
 * }
 * }</pre>
 */
public final class ModulePathProgram {

    /** A complaint as the database has it; what nobody recorded is null. */
    public record Complaint(
            String team,
            String region,
            String kind,
            boolean afterTheChange,
            int hoursToResolve,
            int contacts,
            @Nullable Double apology,
            int lost,
            @Nullable Integer paid) {

        RecoveryCase facts() {
            Treatment treatment =
                    Treatment.UNKNOWN.withCourtesy(1).withEffort(1).withViolations();
            Redress redress = Redress.UNKNOWN.withLoss(Loss.of(euros(lost))).withServiceAccepted(false);
            return RecoveryCase.of(Failure.outcome())
                    .withHandling(Handling.UNKNOWN
                            .withResolution(Promptness.took(Duration.ofHours(hoursToResolve))
                                    .against(Duration.ofHours(24)))
                            .withContacts(contacts)
                            .withHandOffs(0)
                            .withChannelSwitches(0)
                            .withReopenings(0))
                    .withTreatment(apology == null ? treatment : treatment.withApology(Apology.of(apology, apology, 1)))
                    .withRedress(paid == null ? redress : redress.withCompensation(Compensation.of(euros(paid))))
                    .withNotApplicable(Evidence.PROMISES, Evidence.CHOICE);
        }

        private static Money euros(int amount) {
            return Money.of(CurrencyUnit.EUR, amount);
        }
    }

    /** A customer of the panel, who was asked before and after. */
    public record PanelMember(String customerId, int before, int after) {}

    private static final FairnessScorer SCORER = FairnessScorer.withDefaults();
    private static final String WITH_NEW_PROCESS = "Aarhus";
    private static final Instant BEFORE = Instant.parse("2026-01-15T12:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-06-15T12:00:00Z");

    private final List<Complaint> complaints;
    private final List<PanelMember> panel;

    /** Starts on the complaints of both times and the customers of the panel. */
    public ModulePathProgram(List<Complaint> complaints, List<PanelMember> panel) {
        this.complaints = complaints;
        this.panel = panel;
    }

    private FairnessSummary fairness(boolean afterTheChange) {
        return complaints.stream()
                .filter(complaint -> complaint.team().equals(WITH_NEW_PROCESS))
                .filter(complaint -> complaint.afterTheChange() == afterTheChange)
                .collect(toFairnessSummary(SCORER, Complaint::facts));
    }

    private List<String> fairnessBeforeAndAfter() {
        FairnessSummary before = fairness(false);
        FairnessSummary after = fairness(true);
        Change change = Change.between(before.overall(), after.overall()).withSmallestEffectOfInterest(2);
        return List.of(
                "before: " + before.overall().estimate() + ", of " + before.count() + " cases, bounds "
                        + before.bounds(),
                "after: " + after.overall().estimate() + ", of " + after.count() + " cases, bounds " + after.bounds(),
                "fair cases: " + before.fair().estimate() + ", then "
                        + after.fair().estimate(),
                "change: " + change.difference() + ", " + change.verdict());
    }

    private List<String> teamsAfter() {
        Breakdown<String, FairnessMean> byTeam = complaints.stream()
                .filter(Complaint::afterTheChange)
                .collect(Breakdown.by(Complaint::team, toFairnessMean(SCORER, Complaint::facts)));
        List<String> lines = new ArrayList<>();
        byTeam.groups()
                .forEach(group -> lines.add(group.key() + ": " + group.score().estimate()));
        byTeam.comparisons(Adjustment.BENJAMINI_HOCHBERG)
                .forEach(comparison -> lines.add(comparison.key() + " against the rest: " + comparison.verdict()));
        return lines;
    }

    /** One team got the new process, the others did not. */
    private String initiative() {
        InitiativeEffect effect = InitiativeEffect.of(change(true)).withControl(change(false));
        return "effect: " + effect.change().difference() + ", "
                + effect.change().verdict() + ", limits " + effect.change().threats();
    }

    private Change change(boolean treated) {
        Breakdown<Boolean, FairnessMean> byTime = complaints.stream()
                .filter(complaint -> complaint.team().equals(WITH_NEW_PROCESS) == treated)
                .collect(Breakdown.by(Complaint::afterTheChange, toFairnessMean(SCORER, Complaint::facts)));
        return Change.between(
                byTime.group(false).orElseThrow().score(),
                byTime.group(true).orElseThrow().score());
    }

    /** Pairs are matched by customer, so each number becomes a survey response first. */
    private List<String> sameCustomers() {
        PairedChange change = PairedChange.between(
                Nps.STANDARD, responses(BEFORE, PanelMember::before), responses(AFTER, PanelMember::after));
        MoveTable moves = change.moves().orElseThrow();
        return List.of(
                "panel: " + change.change().difference() + ", "
                        + change.change().verdict(),
                "detractors who became promoters: " + moves.count(NetClass.DETRACTOR, NetClass.PROMOTER)
                        + ", moved down: " + moves.movedDown());
    }

    private Collection<SurveyResponse> responses(Instant at, ToIntFunction<PanelMember> score) {
        return panel.stream()
                .map(member -> SurveyResponse.of(
                                "recommend",
                                Nps.STANDARD.scale(),
                                Nps.STANDARD.scale().answer(score.applyAsInt(member)),
                                at)
                        .withCustomer(Customer.of(member.customerId())))
                .toList();
    }

    private List<String> equity() {
        EquityReport<String> report = EquityAudit.of(Complaint::region, "north", "south", Complaint::kind)
                .withRate(
                        ShareMetric.higherIsBetter("paid"),
                        complaint -> Optional.ofNullable(complaint.paid()).map(paid -> paid > 0))
                .withAmount(
                        Quantity.amount("compensation", euros(), Direction.HIGHER_IS_BETTER),
                        complaint -> complaint.paid() == null || complaint.paid() == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(complaint.paid()))
                .withTime("resolution", complaint -> Optional.of(Duration.ofHours(complaint.hoursToResolve())))
                .examine(complaints);
        List<String> lines = new ArrayList<>();
        report.outcomes().forEach(outcome -> lines.add("equity, " + outcome));
        report.rate("paid").ifPresent(paid -> lines.add("paid at first sight: " + paid.crude()));
        return lines;
    }

    private static MetricUnit euros() {
        return MetricUnit.of("euros", " EUR", 2);
    }

    /** Returns what was found. */
    public List<String> run() {
        List<String> lines = new ArrayList<>(fairnessBeforeAndAfter());
        lines.addAll(teamsAfter());
        lines.add(initiative());
        lines.addAll(sameCustomers());
        lines.addAll(equity());
        return lines;
    }

    /** Prints what was found. */
    public static void main(String[] args) {
        new ModulePathProgram(MadeUpData.complaints(), MadeUpData.panel()).run().forEach(System.out::println);
    }
}
