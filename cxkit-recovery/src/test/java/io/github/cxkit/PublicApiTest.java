package io.github.cxkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What callers see: every public type and member of the published modules stands in a list under docs/api, so that none comes, goes or changes unnoticed; and each
 * package keeps to the number of public types that it needs.
 *
 * <p>To take a change over: {@code mvn -pl cxkit-recovery -am test -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dcxkit.api=write}, then look at the
 * difference.
 */
class PublicApiTest {

    private static final Path LISTS = Path.of("..", "docs", "api");

    /** What several rooms share is no part of the API. */
    private static final String INTERNAL = "io.github.cxkit.metrics.numbers";

    private static final List<Class<?>> TYPES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.cxkit").stream()
                    .filter(type -> !type.getPackageName().equals(INTERNAL))
                    .filter(type -> !type.getSimpleName().equals("package-info"))
                    .map(JavaClass::reflect)
                    .filter(PublicApiTest::isVisible)
                    .collect(Collectors.toList());

    private static boolean isVisible(Class<?> type) {
        return Stream.<Class<?>>iterate(type, outer -> outer != null, Class::getEnclosingClass)
                .allMatch(outer -> isExposed(outer.getModifiers()) && !outer.isAnonymousClass());
    }

    private static boolean isExposed(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "metrics", "recovery"})
    void everyPublicTypeAndMemberStandsInTheList(String module) throws IOException {
        List<String> lines = TYPES.stream()
                .filter(type -> (type.getPackageName() + ".").startsWith("io.github.cxkit." + module + "."))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .flatMap(PublicApiTest::lines)
                .toList();
        Path list = LISTS.resolve("cxkit-" + module + ".txt");
        if ("write".equals(System.getProperty("cxkit.api"))) {
            Files.createDirectories(LISTS);
            Files.write(list, lines);
        }
        List<String> known = Files.exists(list) ? Files.readAllLines(list) : List.of();
        List<String> added = new ArrayList<>(lines);
        known.forEach(added::remove);
        List<String> removed = new ArrayList<>(known);
        lines.forEach(removed::remove);
        assertThat(added)
                .as("new in the API of cxkit-%s; take it over with -Dcxkit.api=write", module)
                .isEmpty();
        assertThat(removed).as("gone from the API of cxkit-%s", module).isEmpty();
        assertThat(lines).isEqualTo(known);
    }

    private static Stream<String> lines(Class<?> type) {
        Stream<String> members = Stream.of(
                        described(type.getDeclaredFields(), Field::toGenericString),
                        described(type.getDeclaredConstructors(), Constructor::toGenericString),
                        described(type.getDeclaredMethods(), Method::toGenericString))
                .flatMap(described -> described)
                .map(member -> "    " + withoutPackages(member, type))
                .sorted();
        return Stream.concat(Stream.of(header(type)), members);
    }

    private static <M extends AnnotatedElement & Member> Stream<String> described(
            M[] members, Function<M, String> description) {
        return Arrays.stream(members)
                .filter(member -> isExposed(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> !(member instanceof Executable) || !isOfEveryObject(member))
                .map(description);
    }

    private static boolean isOfEveryObject(Member member) {
        return List.of("equals", "hashCode", "toString").contains(member.getName());
    }

    private static String header(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        String parameters = Arrays.stream(type.getTypeParameters())
                .map(parameter -> parameter.getName() + " extends "
                        + Arrays.stream(parameter.getBounds())
                                .map(Type::getTypeName)
                                .collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(", ", "<", ">"));
        String supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .filter(name -> !name.startsWith("java.lang.Object")
                        && !name.startsWith("java.lang.Record")
                        && !name.startsWith("java.lang.Enum"))
                .collect(Collectors.joining(", "));
        return kind + " " + type.getName()
                + (parameters.equals("<>") ? "" : parameters.replace(" extends java.lang.Object", ""))
                + (supertypes.isEmpty() ? "" : " : " + supertypes);
    }

    /** The class's own name is said above. */
    private static String withoutPackages(String member, Class<?> type) {
        return member.replace(type.getName() + ".", "").replaceAll("\\bjava\\.(lang|util)\\.(?=[A-Z])", "");
    }

    @Test
    void eachPackageKeepsToTheTypesThatItNeeds() {
        Map<String, Integer> budget = new TreeMap<>(Map.ofEntries(
                Map.entry("core", 16),
                Map.entry("metrics", 26),
                Map.entry("metrics.rating", 9),
                Map.entry("metrics.change", 7),
                Map.entry("metrics.tests", 3),
                Map.entry("metrics.respondents", 8),
                Map.entry("metrics.breakdown", 5),
                Map.entry("metrics.goal", 3),
                Map.entry("metrics.hours", 1),
                Map.entry("metrics.time", 10),
                Map.entry("metrics.cases", 7),
                Map.entry("metrics.drivers", 3),
                Map.entry("recovery", 20),
                Map.entry("recovery.equity", 5),
                Map.entry("recovery.paradox", 6),
                Map.entry("recovery.loop", 4),
                Map.entry("recovery.weights", 2)));
        Map<String, List<String>> topLevel = TYPES.stream()
                .filter(type -> type.getEnclosingClass() == null)
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName().replace("io.github.cxkit.", ""),
                        TreeMap::new,
                        Collectors.mapping(Class::getSimpleName, Collectors.toList())));
        assertThat(topLevel.keySet()).isEqualTo(budget.keySet());
        topLevel.forEach((name, types) -> assertThat(types).as(name).hasSizeLessThanOrEqualTo(budget.get(name)));
    }
}
