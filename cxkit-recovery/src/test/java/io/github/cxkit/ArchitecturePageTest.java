package io.github.cxkit;

import static io.github.cxkit.recovery.FairnessMean.toFairnessMean;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingTally;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessMean;
import io.github.cxkit.recovery.FairnessPolicy;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.Promptness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import io.github.cxkit.recovery.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The walks of docs/architecture.md, and its list of packages. */
class ArchitecturePageTest {

    private static final Set<String> FOR_ALL = Set.of("core", "metrics", "metrics.numbers");

    private static final Path PAGE = Path.of("..", "docs", "architecture.md");

    @Test
    void fromAnAnswerToAVerdict() {
        Nps lastMonth = Nps.promoters(45).passives(35).detractors(20);
        RatingCounts others = RatingCounts.of(Scale.highIsGood(0, 10), 0, 0, 0, 0, 0, 0, 10, 0, 30, 59, 0);

        RatingTally tally = RatingTally.on(Nps.STANDARD.scale());
        tally.accept(9);
        RatingCounts counts = tally.counts();
        Nps nps = Nps.from(counts.plus(others));
        Estimate estimate = nps.estimate();
        Change change = Change.between(lastMonth, nps);
        Verdict verdict = change.verdict();

        assertThat(counts.count()).isEqualTo(1);
        assertThat(estimate.value()).isEqualTo(50);
        assertThat(estimate.count()).isEqualTo(100);
        assertThat(change.difference().value()).isEqualTo(25);
        assertThat(verdict).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void fromEventsToFairness() {
        List<CaseEvent> events =
                Stream.of("A", "B").flatMap(id -> events(CaseId.of(id))).toList();
        Redress redress = Redress.UNKNOWN
                .withLoss(Loss.of(Money.parse("EUR 100")))
                .withCompensation(Compensation.of(Money.parse("EUR 100")))
                .withServiceAccepted(false);

        Collection<CaseTimeline> timelines = CaseTimeline.byCase(events).values();
        CaseTimeline timeline = timelines.iterator().next();
        RecoveryCase facts =
                RecoveryCase.of(Failure.outcome()).withEvents(timeline.events()).withRedress(redress);
        FairnessScorer scorer = FairnessScorer.by(FairnessPolicy.DEFAULT);
        CaseFairness fairness = scorer.score(facts);

        assertThat(timelines).hasSize(2);
        assertThat(facts.handling().contacts()).hasValue(1);
        assertThat(fairness.dimension(FairnessDimension.COMPENSATION).point()).hasValue(100);
        assertThat(fairness.overall()).isEmpty();

        List<RecoveryCase> cases = List.of(told(redress, 1), told(redress, 2), told(redress, 3));
        FairnessMean lastYear = cases.stream().collect(toFairnessMean(scorer, c -> c));
        FairnessMean mean = cases.stream().collect(toFairnessMean(scorer, c -> c));
        Change change = Change.between(lastYear, mean);
        Verdict verdict = change.verdict();

        assertThat(mean.count()).isEqualTo(3);
        assertThat(mean.value())
                .isEqualTo(cases.stream()
                        .mapToDouble(c -> scorer.score(c).overall().orElseThrow())
                        .average()
                        .orElseThrow());
        assertThat(change.difference().value()).isZero();
        assertThat(verdict).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Stream<CaseEvent> events(CaseId id) {
        Instant opened = Instant.parse("2026-03-02T08:00:00Z");
        return Stream.of(
                CaseEvent.opened(id, opened, 0, Party.CUSTOMER),
                CaseEvent.replied(id, opened.plusSeconds(600), 1, Handler.person()),
                CaseEvent.resolved(id, opened.plusSeconds(3_600), 2, Party.COMPANY));
    }

    private static RecoveryCase told(Redress redress, int contacts) {
        return RecoveryCase.of(Failure.outcome())
                .withRedress(redress)
                .withHandling(Handling.UNKNOWN
                        .withContacts(contacts)
                        .withHandOffs(0)
                        .withChannelSwitches(0)
                        .withReopenings(0)
                        .withResolution(Promptness.met(true))
                        .withFirstResponse(Promptness.met(true)))
                .withTreatment(Treatment.UNKNOWN
                        .withCourtesy(1)
                        .withEffort(1)
                        .withExplanation(1)
                        .withViolations());
    }

    @Test
    void everyLineOfCodeOfThePageStandsInThisTest() throws IOException {
        String test =
                withoutWhiteSpace(Files.readString(Path.of("src/test/java/io/github/cxkit/ArchitecturePageTest.java")));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        int lines = 0;
        while (blocks.find()) {
            for (String line : blocks.group(1).split("\n", -1)) {
                if (!line.isBlank()) {
                    assertThat(test.contains(withoutWhiteSpace(line))).as(line).isTrue();
                    lines++;
                }
            }
        }
        assertThat(lines).isGreaterThan(10);
    }

    private static String withoutWhiteSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void thePackagesKnowWhatThePageSaysAndOnlyWhatStandsAboveThem() throws IOException {
        Map<String, Set<String>> page = new LinkedHashMap<>();
        Pattern.compile("(?m)^\\| `([a-z.]+)` \\|.*\\|([^|]*)\\|$")
                .matcher(Files.readString(PAGE))
                .results()
                .forEach(row -> {
                    Set<String> known = new TreeSet<>();
                    Pattern.compile("`([a-z.]+)`")
                            .matcher(row.group(2))
                            .results()
                            .forEach(k -> known.add(k.group(1)));
                    assertThat(page.keySet()).as(row.group(1)).containsAll(known);
                    page.put(row.group(1), known);
                });

        assertThat(page).isEqualTo(packages());
    }

    /** Each package with those that its classes use, but for what all may use. */
    private static Map<String, Set<String>> packages() {
        Map<String, Set<String>> packages = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.cxkit")) {
            Set<String> known = packages.computeIfAbsent(room(type), room -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("io.github.cxkit."))
                    .map(ArchitecturePageTest::room)
                    .filter(room -> !room.equals(room(type)) && !FOR_ALL.contains(room))
                    .forEach(known::add);
        }
        return packages;
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring("io.github.cxkit.".length());
    }
}
