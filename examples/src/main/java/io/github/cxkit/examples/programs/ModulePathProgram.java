package io.github.cxkit.examples.programs;

import static io.github.cxkit.recovery.FairnessMean.toFairnessMean;

import io.github.cxkit.core.Customer;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.breakdown.Adjustment;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.InitiativeEffect;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.respondents.NetClass;
import io.github.cxkit.metrics.respondents.PairedChange;
import io.github.cxkit.metrics.respondents.PairedChange.MoveTable;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Evidence;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessChange;
import io.github.cxkit.recovery.FairnessMean;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.Promptness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import io.github.cxkit.recovery.Treatment;
import io.github.cxkit.recovery.Treatment.Apology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Did the new complaint process help? Its lesson: whatever the design, a change is one type. This is a program with a module of its own, in which its test runs it:
 *
 * <pre>{@code
 * module complaints {
 *     requires io.github.cxkit.recovery;    // and thereby cxkit's other modules and Joda-Money
 * }
 * }</pre>
 */
public record ModulePathProgram(List<Complaint> complaints, List<PanelMember> panel) {

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

    private <K> Breakdown<K, FairnessMean> fairness(Function<Complaint, K> key, Predicate<Complaint> which) {
        return complaints.stream()
                .filter(which)
                .collect(Breakdown.by(key, toFairnessMean(FairnessScorer.withDefaults(), Complaint::facts)));
    }

    /** The team that got the new process, or the others, before and after. */
    private Breakdown<Boolean, FairnessMean> byTime(boolean isTreated) {
        return fairness(Complaint::afterTheChange, complaint -> complaint.team().equals("Aarhus") == isTreated);
    }

    private Change change(boolean isTreated) {
        return Change.between(side(byTime(isTreated), false), side(byTime(isTreated), true));
    }

    private static FairnessMean side(Breakdown<Boolean, FairnessMean> byTime, boolean after) {
        return byTime.group(after).orElseThrow().score();
    }

    /** Pairs are matched by customer, so each number becomes a survey response first. */
    private PairedChange sameCustomers() {
        return PairedChange.between(
                Nps.STANDARD,
                responses(Instant.parse("2026-01-15T12:00:00Z"), PanelMember::before),
                responses(Instant.parse("2026-06-15T12:00:00Z"), PanelMember::after));
    }

    private List<SurveyResponse> responses(Instant at, ToIntFunction<PanelMember> score) {
        return panel.stream()
                .map(member -> SurveyResponse.of(
                                "recommend",
                                Nps.STANDARD.scale(),
                                Nps.STANDARD.scale().answer(score.applyAsInt(member)),
                                at)
                        .withCustomer(Customer.of(member.customerId())))
                .toList();
    }

    /** Returns what was found. */
    public List<String> run() {
        Change effect =
                InitiativeEffect.of(change(true)).withControl(change(false)).change();
        MoveTable moves = sameCustomers().moves().orElseThrow();
        List<String> lines = new ArrayList<>(List.of(
                "before and after: " + change(true).withSmallestEffectOfInterest(2),
                "with the cases that have no point: "
                        + FairnessChange.between(side(byTime(true), false), side(byTime(true), true)),
                "beyond the control group: " + effect,
                "the same customers: " + sameCustomers().change(),
                "detractors who became promoters: " + moves.count(NetClass.DETRACTOR, NetClass.PROMOTER),
                "moved down: " + moves.movedDown()));
        Breakdown<String, FairnessMean> byTeam = fairness(Complaint::team, Complaint::afterTheChange);
        byTeam.groups().forEach(group -> lines.add(group.toString()));
        byTeam.comparisons(Adjustment.BENJAMINI_HOCHBERG).forEach(comparison -> lines.add(comparison.toString()));
        return lines;
    }

    /** Prints where it runs and what was found. */
    public static void main(String[] args) {
        System.out.println(ModulePathProgram.class.getModule());
        new ModulePathProgram(MadeUpData.complaints(), MadeUpData.panel()).run().forEach(System.out::println);
    }
}
