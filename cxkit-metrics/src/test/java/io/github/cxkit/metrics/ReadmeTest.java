package io.github.cxkit.metrics;

import static io.github.cxkit.metrics.Nps.toNps;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of the README, compiled and asserted; the last test sees to it that it is the same code. */
class ReadmeTest {

    private record Row(String region, int recommend) {}

    @Test
    void theFirstExample() {
        List<Row> rows = List.of(new Row("north", 10), new Row("south", 3), new Row("north", 8));
        RatingCounts counts = RatingCounts.of(Csat.TOP_2_OF_5.scale(), 12, 80, 390, 1_206, 1_000);

        Nps nps = Nps.of(10, 9, 9, 8, 7, 10, 3, 6, 9, 10);
        assertThat(nps.score()).isEqualTo(40.0);
        assertThat(nps.estimate()).hasToString("40.0 (95% CI -15.3 to 75.3, n=10)");
        assertThat(nps.base()).isEqualTo(BaseSize.LOW);

        Map<String, Nps> byRegion = rows.stream().collect(groupingBy(Row::region, toNps(Row::recommend)));
        Nps all = byRegion.values().stream().reduce(Nps::plus).orElseThrow();
        assertThat(all).isEqualTo(Nps.of(10, 3, 8));

        assertThat(Csat.from(Csat.TOP_2_OF_5, counts).estimate()).hasToString("82.1% (95% CI 80.6 to 83.5, n=2688)");
    }

    @Test
    void theSecondExample() {
        Nps nps = Nps.of(9, 9, 10);
        RatingTally tally = RatingTally.on(Csat.TOP_2_OF_5.scale());
        tally.accept(5);
        tally.accept(4, 0.8);
        tally.accept(Answer.SKIPPED);
        RatingCounts counts = tally.counts();
        assertThat(counts.count()).isEqualTo(2);

        Csat.from(Csat.TOP_2_OF_5, counts);
        Csat.from(Csat.mean(counts.scale()), counts);

        assertThat(Nps.promoters(45).passives(35).detractors(20).estimate())
                .hasToString("25.0 (95% CI 9.4 to 39.3, n=100)");

        Estimator.withDefaults()
                .withNetMethod(NetMethod.ADJUSTED_WALD)
                .withPopulation(1_200)
                .estimate(nps);

        long[] row = counts.toLongs();
        RatingCounts back = RatingCounts.fromLongs(Csat.TOP_2_OF_5, row);
        assertThat(back).isEqualTo(counts);
    }

    @Test
    void everyLineOfCodeInTheReadmeStandsInThisTest() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String test =
                withoutWhiteSpace(Files.readString(Path.of("src/test/java/io/github/cxkit/metrics/ReadmeTest.java")));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
        int lines = 0;
        while (blocks.find()) {
            for (String line : blocks.group(1).split("\n")) {
                String code = withoutWhiteSpace(line.replaceFirst("//.*", "")).replaceFirst(";$", "");
                if (!code.isEmpty()) {
                    assertThat(test).as(line).contains(code);
                    lines++;
                }
            }
        }
        assertThat(lines).isGreaterThan(15);
    }

    private static String withoutWhiteSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
