package io.github.cxkit.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Party;
import io.github.cxkit.core.Scale;
import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.Treatment.Apology;
import io.github.cxkit.recovery.Treatment.Judge;
import io.github.cxkit.recovery.Treatment.Violation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each copying method names by hand what it leaves as it was; here it is called by reflection, and shown to change its own component alone. */
class RecordCopiesTest {

    private static final PerceivedFairness.Item ITEM =
            new PerceivedFairness.Item("fair", FairnessDimension.PROCESS, Scale.highIsGood(1, 7));

    /** Two arguments of each type. */
    private static final Map<Class<?>, List<Object>> ARGUMENTS = Map.ofEntries(
            Map.entry(boolean.class, List.of(true, false)),
            Map.entry(int.class, List.of(3, 4)),
            Map.entry(Promptness.class, List.of(Promptness.met(true), Promptness.within(Duration.ofHours(4)))),
            Map.entry(Promises.class, List.of(new Promises(2, 3), new Promises(0, 1))),
            Map.entry(Apology.class, List.of(Apology.NONE, Apology.of(0.8, 0.6, 1))),
            Map.entry(Violation[].class, List.of(new Violation[] {Violation.RUDE}, new Violation[] {Violation.UNTRUE})),
            Map.entry(Loss.class, List.of(Loss.of(Money.parse("EUR 200")), Loss.of(Money.parse("EUR 1")))),
            Map.entry(
                    Compensation.class,
                    List.of(Compensation.of(Money.parse("EUR 160")), Compensation.of(Money.parse("EUR 2")))),
            Map.entry(PerceivedFairness.Item.class, List.of(ITEM, ITEM)),
            Map.entry(Answer.class, List.of(ITEM.scale().answer(6), Answer.SKIPPED)),
            Map.entry(FairnessWeights.class, List.of(FairnessWeights.TRANSACTION, FairnessWeights.RELATIONSHIP)),
            Map.entry(
                    CompensationCurve.class,
                    List.of(CompensationCurve.SATISFACTION, CompensationCurve.SATISFACTION.withRate(3))),
            Map.entry(
                    FairnessDimension[].class,
                    List.of(
                            new FairnessDimension[] {FairnessDimension.PROCESS, FairnessDimension.COMPENSATION},
                            new FairnessDimension[] {FairnessDimension.PROCESS, FairnessDimension.INTERACTION})),
            Map.entry(Evidence[].class, List.of(new Evidence[] {Evidence.CONTACTS}, new Evidence[] {Evidence.REOPENINGS
            })),
            Map.entry(Judge.class, List.of(Judge.of("rules", "1"), Judge.of("rules", "2"))),
            Map.entry(Evidence.class, List.of(Evidence.CONTACTS, Evidence.REOPENINGS)),
            Map.entry(
                    FairnessPolicy.Cap.class,
                    List.of(FairnessPolicy.Cap.VIOLATION, FairnessPolicy.Cap.CORE_PROBLEM_NOT_FIXED)));

    static Stream<Record> beginnings() {
        return Stream.of(
                Handling.UNKNOWN, Treatment.UNKNOWN, Redress.UNKNOWN, Aftermath.UNKNOWN, FairnessPolicy.DEFAULT);
    }

    private static List<Method> copying(Record value) {
        return Stream.of(value.getClass().getMethods())
                .filter(method -> method.getName().startsWith("with"))
                .toList();
    }

    /** {@code withAnswer} adds to {@code answers}. */
    private static boolean isOf(Method with, RecordComponent component) {
        String name = with.getName().substring("with".length());
        String own = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return List.of(own, own + "s").contains(component.getName());
    }

    private static Record copy(Record value, Method with, int which) {
        Class<?>[] types = with.getParameterTypes();
        Object[] arguments = IntStream.range(0, types.length)
                .mapToObj(i -> types[i] == double.class ? number(with, which, i) : argument(types[i], which))
                .toArray();
        try {
            return (Record) with.invoke(value, arguments);
        } catch (ReflectiveOperationException refused) {
            throw new LinkageError(with.toString(), refused);
        }
    }

    private static Object argument(Class<?> type, int which) {
        return Objects.requireNonNull(ARGUMENTS.get(type), type::getName).get(which);
    }

    /** A level, but for the ratio that is 1 or more; several of one call differ. */
    private static Object number(Method with, int which, int position) {
        double ratio = with.getName().equals("withOverCompensationAbove") ? 2 : 0;
        return ratio + (which == 0 ? 0.125 : 0.75 - position * 0.25);
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void eachComponentHasOneMethodThatChangesIt(Record beginning) {
        RecordComponent[] components = beginning.getClass().getRecordComponents();
        assertThat(copying(beginning)).hasSameSizeAs(components);
        for (RecordComponent component : components) {
            assertThat(copying(beginning).stream().filter(with -> isOf(with, component)))
                    .as(component.getName())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void eachMethodChangesItsOwnComponentAlone(Record beginning) {
        Record full = beginning;
        for (Method with : copying(beginning)) {
            full = copy(full, with, 0);
        }
        for (RecordComponent component : beginning.getClass().getRecordComponents()) {
            assertThat(Components.of(full, component))
                    .as("nothing is lost on the way to " + component.getName())
                    .isNotEqualTo(Components.of(beginning, component));
        }
        for (Method with : copying(beginning)) {
            Record changed = copy(full, with, 1);
            for (RecordComponent component : beginning.getClass().getRecordComponents()) {
                Object before = Components.of(full, component);
                Object after = Components.of(changed, component);
                assertThat(after.equals(before))
                        .as(with.getName() + " and " + component.getName())
                        .isEqualTo(!isOf(with, component));
            }
        }
    }

    @Test
    void eachMethodOfACaseChangesItsOwnFactsAlone() {
        RecoveryCase full = RecoveryCase.of(Failure.process())
                .withEvents(List.of(CaseEvent.resolved(CaseId.of("T-1"), Instant.EPOCH, 1, Party.COMPANY)))
                .withHandling(Handling.UNKNOWN.withContacts(3))
                .withTreatment(Treatment.UNKNOWN.withEffort(1))
                .withRedress(Redress.UNKNOWN.withServiceAccepted(true))
                .withAftermath(Aftermath.UNKNOWN.withCustomerKept(true))
                .withNotApplicable(Evidence.CHOICE);
        Handling told = full.handling();
        assertThat(told).isEqualTo(Handling.UNKNOWN.withContacts(3).withReopenings(0));
        List<RecoveryCase> copies = List.of(
                full.withEvents(List.of(CaseEvent.resolved(CaseId.of("T-2"), Instant.EPOCH, 1, Party.COMPANY))),
                full.withHandling(Handling.UNKNOWN.withContacts(4)),
                full.withTreatment(Treatment.UNKNOWN),
                full.withRedress(Redress.UNKNOWN),
                full.withAftermath(Aftermath.UNKNOWN),
                full.withNotApplicable(Evidence.COURTESY));
        for (int i = 0; i < copies.size(); i++) {
            List<Object> before = facts(full);
            List<Object> after = facts(copies.get(i));
            for (int j = 0; j < before.size(); j++) {
                assertThat(after.get(j).equals(before.get(j)))
                        .as(i + " and " + j)
                        .isEqualTo(i != j);
            }
            assertThat(copies.get(i)).isNotEqualTo(full);
            assertThat(copies.get(i).failure()).isEqualTo(full.failure());
        }
    }

    private static List<Object> facts(RecoveryCase facts) {
        return Arrays.asList(
                facts.events(),
                facts.handling(),
                facts.treatment(),
                facts.redress(),
                facts.aftermath(),
                facts.notApplicable());
    }
}
