package io.github.cxkit.recovery;

import static io.github.cxkit.recovery.Cases.ended;
import static io.github.cxkit.recovery.Cases.handled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Customer;
import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.drivers.Bootstrap;
import io.github.cxkit.metrics.drivers.DriverSample;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.equity.AmountEquity;
import io.github.cxkit.recovery.equity.EquityAudit;
import io.github.cxkit.recovery.equity.EquityReport;
import io.github.cxkit.recovery.equity.RateEquity;
import io.github.cxkit.recovery.loop.ClosedLoop;
import io.github.cxkit.recovery.loop.FollowUp;
import io.github.cxkit.recovery.loop.FollowUpRule;
import io.github.cxkit.recovery.loop.LoopCase;
import io.github.cxkit.recovery.paradox.CustomerWithFailure;
import io.github.cxkit.recovery.paradox.CustomerWithoutFailure;
import io.github.cxkit.recovery.paradox.Estimand;
import io.github.cxkit.recovery.paradox.ParadoxResult;
import io.github.cxkit.recovery.paradox.RecoveryParadox;
import io.github.cxkit.recovery.weights.ScaleReliability;
import io.github.cxkit.recovery.weights.WeightFit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
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
    private static final RecoveryCase CASE = Cases.without(
                    Cases.REJECTED, Evidence.FIRST_RESPONSE, Evidence.CONTACTS, Evidence.HAND_OFFS)
            .withEvents(EVENTS);
    private static final CaseFairness SCORE = FairnessScorer.withDefaults().score(CASE);

    private static final Instant LATER = AT.plus(Duration.ofDays(9));
    private static final Scale SCALE = Nps.STANDARD.scale();
    private static final PerceivedFairness.Item ITEM =
            PerceivedFairness.Item.agreement("kept informed", FairnessDimension.PROCESS);
    private static final LoopCase LOOP_CASE = LoopCase.of(FollowUpRule.within(Duration.ofDays(2))
            .withMeasure("recommend", Nps.STANDARD)
            .followUp(said(3, AT, "-customer"))
            .orElseThrow());

    /** A caller's row, which shows all that it knows. */
    private record MyRow(String id, String region, RecoveryCase facts, double given) {}

    private static final List<MyRow> ROWS = IntStream.range(0, 60)
            .mapToObj(i -> new MyRow(MARKER + i, i % 2 == 0 ? "north" : "south", variant(i), 1 + i % 7))
            .toList();

    private static RecoveryCase variant(int i) {
        return CASE.withHandling(CASE.handling().withReopenings(0).withChoiceOffered(i % 3 == 0))
                .withTreatment(CASE.treatment().withCourtesy(i % 5 / 4.0))
                .withRedress(CASE.redress().withCompensation(Compensation.of(Cases.euros(100L * (i * 7 % 150)))))
                .withAftermath(Aftermath.UNKNOWN
                        .withSatisfaction(i * 11 % 7)
                        .withAnswer(ITEM, ITEM.scale().answer(1 + i % 7)));
    }

    private static SurveyResponse said(int answer, Instant at, String customer) {
        return SurveyResponse.of("recommend", SCALE, SCALE.answer(answer), at)
                .withCustomer(Customer.of(MARKER + customer))
                .withComment(MARKER + " was rude to me");
    }

    static Stream<Object> everything() {
        return results().flatMap(result -> Stream.concat(Stream.of(result), views(result)));
    }

    /** What JSON shows of it. */
    private static Stream<?> views(Object result) {
        return Arrays.stream(result.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .map(method -> {
                    try {
                        return method.invoke(result);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(method.toString(), e);
                    }
                })
                .flatMap(view -> view instanceof List<?> views ? views.stream() : Stream.of(view));
    }

    private static Stream<Object> results() {
        return Stream.of(scores(), equity(), fits(), paradox(), loops()).flatMap(values -> values);
    }

    private static Stream<Object> scores() {
        FairnessSummary summary =
                ROWS.stream().collect(FairnessSummary.toFairnessSummary(FairnessScorer.withDefaults(), MyRow::facts));
        FairnessSummary.Tally tally = FairnessSummary.Tally.of(FairnessScorer.withDefaults());
        ROWS.forEach(row -> tally.accept(row.facts()));
        return Stream.of(
                CASE,
                CASE.failure(),
                CASE.handling(),
                CASE.treatment(),
                CASE.redress(),
                variant(1).aftermath(),
                CASE.handling().firstResponse().orElseThrow(),
                CASE.handling().promises().orElseThrow(),
                Promises.kept(1),
                CASE.treatment().apology().orElseThrow(),
                CASE.redress().loss().orElseThrow(),
                CASE.redress().compensation().orElseThrow(),
                SCORE,
                SCORE.describe(),
                SCORE.contributions().get(0),
                SCORE.dimension(FairnessDimension.PROCESS),
                SCORE.dimension(FairnessDimension.PROCESS).evidence().get(0),
                FairnessScorer.withDefaults().score(variant(1)).perceived(),
                FairnessScorer.withDefaults(),
                SCORE.policy(),
                SCORE.policy().apologyWeights(),
                SCORE.policy().weights(),
                SCORE.policy().compensationCurve(),
                SCORE.notes(),
                ITEM,
                tally,
                summary,
                summary.overall(),
                summary.overall().metric());
    }

    private static EquityAudit<MyRow, Failure> audit() {
        return EquityAudit.of(
                        MyRow::region,
                        "north",
                        "south",
                        (MyRow row) -> row.facts().failure())
                .withRate(
                        ShareMetric.higherIsBetter("choice"),
                        row -> row.facts().handling().choiceOffered())
                .withAmount(
                        Quantity.amount("given", MetricUnit.of("euro", " €", 0), Direction.HIGHER_IS_BETTER),
                        row -> OptionalDouble.of(row.given()));
    }

    private static Stream<Object> equity() {
        EquityReport<Failure> report = audit().examine(ROWS);
        RateEquity<Failure> rate = report.rate("choice").orElseThrow();
        AmountEquity<Failure> amount = report.amount("given").orElseThrow();
        return Stream.of(
                audit(),
                report,
                rate,
                rate.crude(),
                rate.strata().get(0),
                amount,
                amount.crude(),
                amount.strata().get(0));
    }

    private static Stream<Object> fits() {
        Map<FairnessDimension, ToDoubleFunction<MyRow>> drivers = new EnumMap<>(FairnessDimension.class);
        drivers.put(FairnessDimension.PROCESS, row -> row.id().hashCode() % 7);
        drivers.put(FairnessDimension.INTERACTION, row -> row.id().hashCode() % 11);
        drivers.put(FairnessDimension.COMPENSATION, row -> row.id().hashCode() % 13);
        Bootstrap bootstrap = Bootstrap.seeded(1).withResamples(200);
        DriverSample<FairnessDimension> sample = DriverSample.of(ROWS, MyRow::given, drivers);
        WeightFit fit = WeightFit.of(sample, bootstrap);
        Map<String, ToDoubleFunction<MyRow>> items = new LinkedHashMap<>();
        items.put("given", MyRow::given);
        items.put("asked", row -> row.id().length());
        ScaleReliability scale = ScaleReliability.of(ROWS, items);
        return Stream.of(
                bootstrap,
                sample,
                fit,
                fit.importance(),
                fit.notes(),
                scale,
                scale.items().get(0));
    }

    private static Stream<Object> paradox() {
        List<CustomerWithFailure> failed = ROWS.stream()
                .map(row -> CustomerWithFailure.of(row.given(), 3).withObservedFairness(SCORE))
                .toList();
        List<CustomerWithoutFailure> others = ROWS.stream()
                .map(row -> CustomerWithoutFailure.of(row.given(), 4))
                .toList();
        RecoveryParadox test = RecoveryParadox.on("satisfaction", Scale.highIsGood(1, 7));
        ParadoxResult result = test.evaluate(failed, others);
        return Stream.of(
                test,
                result,
                result.selection(),
                result.withFailure(),
                result.effect(Estimand.WITHIN),
                result.required().get(0),
                failed.get(0),
                others.get(0));
    }

    private static Stream<Object> loops() {
        LoopCase answered = LOOP_CASE.withResponses(List.of(said(9, LATER, "-customer")));
        ClosedLoop loop = ClosedLoop.of(List.of(LOOP_CASE, answered), LATER);
        return Stream.of(
                FollowUpRule.within(Duration.ofDays(2)),
                LOOP_CASE.followUp(),
                LOOP_CASE,
                answered,
                loop,
                loop.recovered());
    }

    @Test
    void everyPublicTypeIsLookedAt() {
        Set<String> looked =
                everything().map(value -> value.getClass().getName()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> published = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.github.cxkit.recovery")
                        .stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> !type.isEnum())
                        .filter(type -> type.getEnclosingClass()
                                .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC))
                                .orElse(true))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(published).hasSizeGreaterThan(40);
        assertThat(looked).containsAll(published);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void noTextShowsIt(Object value) {
        assertThat(value.toString()).isNotBlank().doesNotContain(MARKER);
    }

    static Stream<ThrowingCallable> mistakes() {
        CaseEvent other = CaseEvent.contacted(CaseId.of(MARKER + "-other"), AT, 9);
        return Stream.of(
                () -> handled(CASE, h -> h.withContacts(9)),
                () -> handled(CASE, h -> h.withHandOffs(9)),
                () -> handled(CASE, h -> h.withFirstResponse(Promptness.took(Duration.ofDays(9)))),
                () -> CASE.withEvents(List.of(EVENTS.get(0), other)),
                () -> CASE.withEvents(List.of(EVENTS.get(0), EVENTS.get(0))),
                () -> CASE.withNotApplicable(Evidence.APOLOGY),
                () -> RecoveryCase.reported(AT.plusSeconds(1)).withEvents(EVENTS),
                () -> ended(CASE, a -> a.withAnswer(ITEM, SCALE.answer(9))),
                () -> audit().withTime("given", row -> Optional.of(Duration.ZERO)),
                () -> audit().withTime("reply", row -> Optional.of(Duration.ZERO))
                        .examine(ROWS),
                () -> DriverSample.of(ROWS, row -> Double.NaN, Map.of("given", MyRow::given)),
                () -> ScaleReliability.of(ROWS, Map.of("given", row -> Double.POSITIVE_INFINITY)),
                () -> WeightFit.of(
                        List.of(CASE),
                        FairnessScorer.withDefaults(),
                        facts -> facts.aftermath().satisfaction(),
                        Bootstrap.seeded(1)),
                () -> CustomerWithFailure.of(Double.NaN, 3),
                () -> LOOP_CASE.withResponses(List.of(said(9, LATER, "-somebody-else"))),
                () -> LOOP_CASE.withResponses(List.of(said(9, AT, "-customer"))),
                () -> LOOP_CASE.withContactedAt(AT.minusSeconds(1)),
                () -> LOOP_CASE.withFairness(new Interval(0, 101)),
                () -> new FollowUp(said(3, AT, "-customer"), Nps.STANDARD, AT.minusSeconds(1)),
                () -> FollowUpRule.within(Duration.ofDays(2))
                        .withMeasure("recommend", Nps.ONE_TO_TEN)
                        .followUp(said(3, AT, "-customer")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void noMessageShowsIt(ThrowingCallable mistake) {
        assertThat(catchThrowable(mistake)).isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowable(mistake).getMessage()).isNotBlank().doesNotContain(MARKER);
    }
}
