package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.Waits;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.RecoveryCase;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Writes results with both Jacksons and reads them back equal, all of them named modules; one is of a class that nobody may see. */
public final class Main {

    private static final ObjectMapper TWO = new ObjectMapper();
    private static final JsonMapper THREE = new JsonMapper();

    private Main() {}

    public static void main(String[] args) throws IOException {
        Stream.of(Main.class, Score.class, RecoveryCase.class, ObjectMapper.class, JsonMapper.class)
                .forEach(type -> check(type.getModule().isNamed(), type + " is in " + type.getModule()));
        Nps north = Nps.promoters(45).passives(35).detractors(20);
        Nps nobody = Nps.of();
        Timing resolution = Timing.of("resolution", ChronoUnit.HOURS);
        Waits waits = Waits.over(resolution, Duration.ofHours(1), Duration.ofHours(2))
                .plus(Waits.open(resolution, Duration.ofHours(3)));
        Score hidden = new Hidden(north);

        written(north, north.view());
        written(nobody, nobody.view());
        written(hidden, hidden.view());
        Change change = Change.between(Nps.promoters(60).passives(80).detractors(60), north);
        written(change, change.view());
        written(north.estimate(0.9), north.estimate(0.9).view());
        var fairness = FairnessScorer.withDefaults()
                .score(RecoveryCase.of(Failure.outcome()).withHandling(Handling.UNKNOWN.withContacts(3)));
        written(fairness, fairness.view());
        Breakdown<String, Nps> byRegion = Breakdown.of(nobody, Map.of("north", north, "south", nobody));
        sameTrees(byRegion, byRegion.view());
        sameTrees(Map.of("all", List.of(hidden, waits)), Map.of("all", List.of(hidden.view(), waits.view())));
        System.out.println("JSON on the module path: Jackson 2 and 3 wrote and read 8 results");
    }

    /** A score of a class that nobody may see, in a package that is not exported. */
    private record Hidden(Score of) implements Score {

        @Override
        public Metric metric() {
            return of.metric();
        }

        @Override
        public double value() {
            return of.value();
        }

        @Override
        public long count() {
            return of.count();
        }

        @Override
        public double effectiveCount() {
            return of.effectiveCount();
        }

        @Override
        public Uncertainty uncertainty() {
            return of.uncertainty();
        }
    }

    private static void written(Object result, ResultView view) throws IOException {
        sameTrees(result, view);
        check(view.equals(TWO.readValue(TWO.writeValueAsString(result), ResultView.class)), "Jackson 2: " + view);
        check(view.equals(THREE.readValue(THREE.writeValueAsString(result), ResultView.class)), "Jackson 3: " + view);
    }

    private static void sameTrees(Object result, Object view) throws IOException {
        String two = TWO.writeValueAsString(result);
        String three = THREE.writeValueAsString(result);
        check(TWO.readTree(two).equals(TWO.readTree(TWO.writeValueAsString(view))), two);
        check(THREE.readTree(three).equals(THREE.readTree(THREE.writeValueAsString(view))), three);
        check(TWO.readTree(two).equals(TWO.readTree(three)), two + " is not " + three);
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
