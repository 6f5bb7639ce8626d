package io.github.cxkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cxkit.metrics.Score;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a web service returns of ours must say what it is, and not become {@code {"empty":false}}. */
class ResultTypesTest {

    /** What callers give: facts, definitions and settings. */
    private static final Set<String> GIVEN = Set.of(
            "Aftermath",
            "Answer",
            "Benchmark",
            "CaseClock",
            "CaseEvent",
            "CaseFairness.Factor",
            "Compensation",
            "CompensationCurve",
            "CustomerWithFailure",
            "CustomerWithoutFailure",
            "Failure",
            "FairnessPolicy",
            "FairnessWeights",
            "FollowUp",
            "Goal",
            "Goal.WithBaseline",
            "Goal.WithStart",
            "Goal.WithTarget",
            "Handler",
            "Handling",
            "Interaction",
            "LoopCase",
            "Loss",
            "Mergeable",
            "Metric",
            "MissingCodes",
            "OpeningHours",
            "Promptness",
            "Quantity",
            "RatingMetric",
            "RecoveryCase",
            "Redress",
            "ReplyClock",
            "ResolutionClock",
            "ShareMetric",
            "SurveyResponse",
            "TimeWindow",
            "Tolerance",
            "Treatment",
            "WaitSpan");

    /** What counts, collects and computes, and what lies between facts and results. */
    private static final Set<String> WORKING = Set.of(
            "ApproximateDurations.Tally",
            "BaseGrading",
            "CaseTimeline",
            "CaseWaits",
            "DriverSample",
            "EquityAudit",
            "Estimator",
            "FairnessScorer",
            "FairnessSummary.Tally",
            "FirstContactResolution",
            "FollowUpRule",
            "McNemar",
            "MeanTally",
            "RatingTally",
            "RecoveryParadox",
            "ResponseKeys",
            "SampleSize",
            "ShareTests",
            "SurveyTally",
            "Uncertainty",
            "Uncertainty.Limits",
            "Uncertainty.LimitsFunction",
            "VerdictRule");

    private static final List<Class<?>> CXKIT = new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.github.cxkit.core", "io.github.cxkit.metrics", "io.github.cxkit.recovery")
                    .stream()
                    .map(JavaClass::reflect)
                    .collect(Collectors.toUnmodifiableList());

    private static Stream<Class<?>> api() {
        return CXKIT.stream()
                .filter(ResultTypesTest::isPublic)
                .filter(type -> !type.getPackageName().endsWith(".numbers"));
    }

    private static boolean isPublic(Class<?> type) {
        return Stream.<Class<?>>iterate(type, t -> t != null, Class::getEnclosingClass)
                .allMatch(t -> Modifier.isPublic(t.getModifiers()));
    }

    private static boolean hasView(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static boolean isNoResult(Class<?> type) {
        return GIVEN.contains(name(type)) || WORKING.contains(name(type));
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    @Test
    void everyResultHasAViewOrIsMadeOfPlainValues() {
        Set<String> without = api().filter(type -> !type.isEnum() && !hasView(type) && !isNoResult(type))
                .filter(type -> !type.isRecord() || !isPlain(type))
                .map(ResultTypesTest::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(without)
                .as("give it a view() with @JsonValue, or name it among what is no result")
                .isEmpty();
    }

    @Test
    void whatIsNoResultExistsAndHasNoView() {
        Set<String> withoutView = api().filter(type -> !type.isEnum() && !hasView(type))
                .map(ResultTypesTest::name)
                .collect(Collectors.toSet());

        assertThat(withoutView).containsAll(GIVEN).containsAll(WORKING);
        assertThat(GIVEN).doesNotContainAnyElementsOf(WORKING);
    }

    /** Whether every part is something that both Jacksons write without a module. */
    private static boolean isPlain(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                        .allMatch(part -> part.getType() == record || isPlain(part.getGenericType()))
                && Arrays.stream(record.getMethods()).noneMatch(ResultTypesTest::looksLikeAProperty);
    }

    private static boolean isPlain(Type type) {
        if (type instanceof TypeVariable<?>) {
            return true;
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            boolean container = Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
            return (container || hasView(raw) || (raw.isRecord() && isPlain(raw)))
                    && Arrays.stream(generic.getActualTypeArguments()).allMatch(ResultTypesTest::isPlain);
        }
        return type instanceof Class<?> raw
                && (raw.isPrimitive()
                        || raw.isEnum()
                        || raw == String.class
                        || Number.class.isAssignableFrom(raw)
                        || raw == Boolean.class
                        || hasView(raw)
                        || (raw.isRecord() && isPlain(raw)));
    }

    private static boolean looksLikeAProperty(Method method) {
        return method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() != Object.class
                && method.getName().matches("(get|is)[A-Z].*");
    }

    /** Right on the class path, refused on the module path: a method that is invoked on a class which nobody may see. */
    @Test
    void noHiddenScoreOverridesItsView() {
        Set<String> hidden = CXKIT.stream()
                .filter(type -> Score.class.isAssignableFrom(type) && !isPublic(type))
                .map(ResultTypesTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> overriding = CXKIT.stream()
                .filter(type -> !isPublic(type))
                .filter(type -> Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method ->
                                method.getName().equals("view") || method.isAnnotationPresent(JsonValue.class)))
                .map(ResultTypesTest::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(hidden).isNotEmpty();
        assertThat(overriding).isEmpty();
    }

    @Test
    void viewsAreRecordsOfPlainValues() {
        Set<String> others = api().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .filter(method -> !isPlain(method.getGenericReturnType()))
                .map(Method::toGenericString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(others).isEmpty();
    }
}
