package io.github.cxkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.cxkit.metrics.numbers.DebugLog;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house, over the main classes of all three published modules: the last of them sees the others. */
class ArchitectureTest {

    private static final JavaClasses CXKIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.cxkit");

    @Test
    void coreKnowsNeitherMetricsNorRecoveryAndMetricsDoesNotKnowRecovery() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("io.github.cxkit.core..")
                .layer("metrics")
                .definedBy("io.github.cxkit.metrics..")
                .layer("recovery")
                .definedBy("io.github.cxkit.recovery..")
                .whereLayer("recovery")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("metrics")
                .mayOnlyBeAccessedByLayers("recovery")
                .check(CXKIT);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.github.cxkit.(**)").should().beFreeOfCycles().check(CXKIT);
    }

    @Test
    void coreLogsNothingAndTheOthersThroughOneClass() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(DebugLog.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(DebugLog.class.getName() + "$Provider")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .because("SLF4J prints where no provider is installed, unless it is never touched")
                .check(CXKIT);
        noClasses()
                .that()
                .resideInAPackage("io.github.cxkit.core..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DebugLog.class)
                .check(CXKIT);
    }

    @Test
    void thePublicApiMentionsOnlyTypesOfTheJdkItsOwnAndMoney() {
        classes()
                .that(arePartOfTheApi())
                .should(mentionOnlyTypesOfTheJdkAndCxkit())
                .because("a type of another library in a signature ties every caller to that library's versions")
                .check(CXKIT);
    }

    @Test
    void noClassIsNamedUtilHelperManagerOrImpl() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
                .because("a class is named for what it is")
                .check(CXKIT);
    }

    @Test
    void noPublicMethodIsNamedGet() {
        methods()
                .that()
                .arePublic()
                .should()
                .haveNameNotMatching("get([A-Z].*)?")
                .because("an accessor is named for what it returns")
                .check(CXKIT);
    }

    @Test
    void publicClassesAreFinalOrMadeToBeExtended() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotEnums()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .because("a class is a value, or says that it is made to be extended")
                .check(CXKIT);
    }

    private static DescribedPredicate<JavaClass> arePartOfTheApi() {
        return describe(
                "are public, like every class around them",
                type -> Stream.iterate(
                                type, t -> t != null, t -> t.getEnclosingClass().orElse(null))
                        .allMatch(ArchitectureTest::isExposed));
    }

    private static boolean isExposed(JavaClass type) {
        return isExposed(type.getModifiers());
    }

    private static boolean isExposed(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static ArchCondition<JavaClass> mentionOnlyTypesOfTheJdkAndCxkit() {
        return new ArchCondition<>("mention only types of the JDK and of cxkit in what callers can see") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                report(type, type.getFullName(), typesInHeader(type), events);
                type.getMembers().stream()
                        .filter(member -> isExposed(member.getModifiers()))
                        .forEach(member -> report(type, member.getFullName(), typesIn(member), events));
            }
        };
    }

    private static void report(JavaClass type, String where, Stream<JavaType> mentioned, ConditionEvents events) {
        Set<String> foreign = mentioned
                .flatMap(t -> t.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(t -> !t.isPrimitive()
                        && !t.getPackageName().matches("(javax?|io\\.github\\.cxkit|org\\.joda\\.money)(\\..*)?"))
                .map(JavaClass::getFullName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!foreign.isEmpty()) {
            String message = where + " mentions " + foreign + " in " + type.getSourceCodeLocation();
            events.add(SimpleConditionEvent.violated(type, message));
        }
    }

    private static Stream<JavaType> typesInHeader(JavaClass type) {
        return Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(), bounds(type.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> typesIn(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getExceptionTypes().stream(),
                        bounds(code.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> variables) {
        return variables.stream().flatMap(variable -> variable.getBounds().stream());
    }
}
