package io.github.cxkit;

import static io.github.cxkit.metrics.rating.Nps.toNps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.core.Customer;
import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Mean;
import io.github.cxkit.metrics.Metric;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.OpenShare;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.Share;
import io.github.cxkit.metrics.ShareMetric;
import io.github.cxkit.metrics.Uncertainty;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.breakdown.MixShift;
import io.github.cxkit.metrics.breakdown.Trend;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.change.InitiativeEffect;
import io.github.cxkit.metrics.drivers.DriverImportance;
import io.github.cxkit.metrics.drivers.DriverSample;
import io.github.cxkit.metrics.goal.Benchmark;
import io.github.cxkit.metrics.goal.Goal;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingTally;
import io.github.cxkit.metrics.respondents.PairedChange;
import io.github.cxkit.metrics.tests.MannWhitney;
import io.github.cxkit.metrics.time.Durations;
import io.github.cxkit.metrics.time.TargetAttainment;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.metrics.time.Waits;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.FairnessSummary;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.PerceivedFairness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import java.lang.reflect.Array;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Results as Jackson 2 and 3 write them out of the box: no module, no annotation of the caller's, no setting. */
class JsonTest {

    private static final Instant JANUARY = Instant.parse("2026-01-10T12:00:00Z");
    private static final Nps NORTH = Nps.promoters(45).passives(35).detractors(20);
    private static final Nps SOUTH = Nps.promoters(60).passives(80).detractors(60);
    private static final Nps NOBODY = Nps.of();
    private static final Timing RESOLUTION = Timing.of("resolution", ChronoUnit.HOURS);
    private static final Waits WAITS = Waits.over(RESOLUTION, hours(1), hours(2), hours(4), hours(50))
            .plus(Waits.open(RESOLUTION, hours(3), hours(5)));

    private record Row(String region, int answer, Instant at) {}

    /** A score of a class that Jackson may not see. */
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

    /** What the tests ask of each of the two. */
    private interface Json {
        String written(Object value);

        <T> T read(String json, Class<T> type);

        Object tree(String json);
    }

    private static final class Two implements Json {
        private final ObjectMapper mapper = new ObjectMapper();

        private interface Reading<T> {
            T read() throws JsonProcessingException;
        }

        private static <T> T checked(Reading<T> reading) {
            try {
                return reading.read();
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String written(Object value) {
            return checked(() -> mapper.writeValueAsString(value));
        }

        @Override
        public <T> T read(String json, Class<T> type) {
            return checked(() -> mapper.readValue(json, type));
        }

        @Override
        public Object tree(String json) {
            return checked(() -> mapper.readTree(json));
        }
    }

    private static final class Three implements Json {
        private final JsonMapper mapper = new JsonMapper();

        @Override
        public String written(Object value) {
            return mapper.writeValueAsString(value);
        }

        @Override
        public <T> T read(String json, Class<T> type) {
            return mapper.readValue(json, type);
        }

        @Override
        public Object tree(String json) {
            return mapper.readTree(json);
        }
    }

    private static final Map<String, Json> BOTH = Map.of("Jackson 2", new Two(), "Jackson 3", new Three());

    private static Stream<DynamicTest> inBoth(String what, Consumer<Json> test) {
        return BOTH.entrySet().stream()
                .map(jackson ->
                        DynamicTest.dynamicTest(jackson.getKey() + ": " + what, () -> test.accept(jackson.getValue())));
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    private static Mean mean(double... values) {
        return Mean.of(
                Quantity.of("order value", MetricUnit.of("euros", " EUR", 2), Direction.HIGHER_IS_BETTER), values);
    }

    private static CaseFairness fairness() {
        return FairnessScorer.withDefaults()
                .score(RecoveryCase.of(Failure.outcome())
                        .withHandling(Handling.UNKNOWN.withContacts(3))
                        .withRedress(Redress.UNKNOWN
                                .withLoss(Loss.of(Money.parse("EUR 200")))
                                .withCompensation(Compensation.of(Money.parse("EUR 160")))));
    }

    private static Breakdown<String, Nps> byRegion() {
        return Breakdown.of(NOBODY, Map.of("north", NORTH, "south", SOUTH, "west", Nps.of(9), "east", NOBODY));
    }

    private static Trend<Nps> trend() {
        return Stream.of(new Row("north", 9, JANUARY), new Row("north", 3, JANUARY.plus(Duration.ofDays(60))))
                .collect(Trend.by(Row::at, CalendarPeriod.MONTH, ZoneId.of("Europe/Berlin"), toNps(Row::answer)));
    }

    private static PairedChange paired() {
        return PairedChange.between(Nps.STANDARD, side(0, 6, 7, 9), side(6, 9, 9, 10));
    }

    private static List<SurveyResponse> side(int... answers) {
        Scale scale = Nps.STANDARD.scale();
        return IntStream.range(0, answers.length)
                .mapToObj(i -> SurveyResponse.of("recommend", scale, scale.answer(answers[i]), JANUARY)
                        .withCustomer(Customer.of("c-" + i)))
                .toList();
    }

    private static DriverImportance<String> importance() {
        Map<String, Function<double[], OptionalDouble>> drivers = new LinkedHashMap<>();
        drivers.put("speed", row -> OptionalDouble.of(row[0]));
        drivers.put("tone", row -> OptionalDouble.of(row[1]));
        List<double[]> rows = IntStream.range(0, 60)
                .mapToObj(i -> new double[] {i % 7, i % 5, i % 7 + 0.5 * (i % 5) + i % 3})
                .toList();
        return DriverImportance.of(DriverSample.skippingIncomplete(rows, row -> OptionalDouble.of(row[2]), drivers));
    }

    /** A result and its view. */
    private record Case(String what, Object result, Object view) {

        static Case of(Score score) {
            return new Case(score.metric().name() + " as " + score.getClass().getSimpleName(), score, score.view());
        }

        static Case of(String what, Object result) {
            try {
                return new Case(
                        what, result, result.getClass().getMethod("view").invoke(result));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(what, e);
            }
        }
    }

    private static Stream<Case> cases() {
        Change change = Change.between(SOUTH, NORTH);
        RatingTally tally = RatingTally.on(Csat.TOP_2_OF_5.scale());
        tally.accept(5);
        tally.accept(4, 0.8);
        Waits nobody = Waits.over(RESOLUTION);
        Durations over = WAITS.closedOnly();
        InitiativeEffect effect = InitiativeEffect.of(change);
        Benchmark benchmark = Benchmark.of(Nps.STANDARD, 32, "Retail survey, table 3", LocalDate.of(2026, 1, 1));
        Goal goal = Goal.baseline(SOUTH).target(10).start(JANUARY).deadline(JANUARY.plus(Duration.ofDays(90)));
        Trend<Nps> trend = trend();
        Breakdown<String, Nps> regions = byRegion();
        Breakdown<String, Nps> earlier = Breakdown.of(NOBODY, Map.of("north", SOUTH, "south", NORTH));
        CaseFairness fairness = fairness();
        FairnessSummary summary = Stream.of(1)
                .collect(FairnessSummary.toFairnessSummary(
                        FairnessScorer.withDefaults(), row -> RecoveryCase.of(Failure.outcome())));
        return Stream.concat(
                Stream.of(
                                NORTH,
                                NOBODY,
                                Csat.from(Csat.TOP_2_OF_5, tally.counts()),
                                Ces.of(5, 6, 7),
                                mean(10, 12.5, 40),
                                mean(7),
                                Share.of(ShareMetric.higherIsBetter("in time"), 3, 4),
                                over.median(),
                                over.geometricMean(),
                                new Hidden(NORTH),
                                WAITS.kaplanMeier().withinShare(hours(2)),
                                summary.overall(),
                                change,
                                Change.between(change, Change.between(NORTH, SOUTH)))
                        .map(Case::of),
                Stream.of(
                        Case.of("estimate", NORTH.estimate(0.9)),
                        Case.of("relative change", relative()),
                        Case.of("initiative", effect),
                        Case.of("same customers", paired()),
                        Case.of("benchmark", benchmark.compare(NORTH, LocalDate.of(2026, 6, 1))),
                        Case.of("breakdown", regions),
                        Case.of("group", regions.groups().get(0)),
                        Case.of("comparisons", regions.comparisons().get(0)),
                        Case.of("mix shift", MixShift.between(earlier, regions)),
                        Case.of("trend", trend),
                        Case.of("period", trend.points().get(1)),
                        Case.of("goal", goal.evaluate(NORTH, JANUARY, 900)),
                        Case.of("goal without answers", goal.evaluate(NOBODY, JANUARY, 900)),
                        Case.of("durations", over),
                        Case.of("no durations", nobody.closedOnly()),
                        Case.of("waits", WAITS),
                        Case.of("no waits", nobody),
                        Case.of("curve", WAITS.kaplanMeier()),
                        Case.of("step", WAITS.kaplanMeier().steps().get(0)),
                        Case.of("target", TargetAttainment.of(WAITS, hours(4))),
                        Case.of("counts", tally.counts()),
                        Case.of("ranks", MannWhitney.between(new double[] {1, 2}, new double[] {2, 3})),
                        Case.of("drivers", importance()),
                        Case.of("fairness of a case", fairness),
                        Case.of("dimension", fairness.dimension(FairnessDimension.PROCESS)),
                        Case.of("perceived", PerceivedFairness.of(Map.of())),
                        Case.of("summary", summary),
                        Case.of(
                                "open share",
                                new OpenShare(Share.of(ShareMetric.higherIsBetter("kept"), 2, 4), 1, 0))));
    }

    private static Estimate relative() {
        Share before = Share.of(ShareMetric.higherIsBetter("in time"), 2, 4);
        return Change.between(before, Share.of(ShareMetric.higherIsBetter("in time"), 4, 4))
                .relative()
                .orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> aResultIsWrittenAsItsViewAndReadBackEqual() {
        return cases().flatMap(one -> inBoth(one.what(), json -> {
            String written = json.written(one.result());
            assertThat(json.tree(written)).isEqualTo(json.tree(json.written(one.view())));
            assertThat(written).doesNotContain("NaN").doesNotContain("Infinity");
            assertThat(readBack(json, written, one.view())).isEqualTo(one.view());
        }));
    }

    private static Object readBack(Json json, String written, Object view) {
        if (view instanceof List<?> list) {
            Class<?> row = Array.newInstance(list.get(0).getClass(), 0).getClass();
            return Arrays.asList((Object[]) json.read(written, row));
        }
        return json.read(written, view.getClass());
    }

    private record Answer(Score nps, List<Score> all, Map<String, Score> byName) {}

    @TestFactory
    Stream<DynamicTest> scoresAreWrittenInRecordsListsAndMapsToo() {
        Score hidden = new Hidden(SOUTH);
        return inBoth("a record of scores", json -> {
            Object tree = json.tree(json.written(new Answer(NORTH, List.of(hidden, NOBODY), Map.of("hidden", hidden))));
            String nps = json.written(NORTH.view());
            String share = json.written(hidden.view());
            String none = json.written(NOBODY.view());
            assertThat(tree)
                    .isEqualTo(json.tree("{\"nps\":" + nps + ",\"all\":[" + share + "," + none
                            + "],\"byName\":{\"hidden\":" + share + "}}"));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyFieldIsThereAndAbsentOnesAreNull() {
        return inBoth(
                "an NPS of nobody",
                json -> assertThat(json.tree(json.written(NOBODY))).isEqualTo(json.tree("""
                        {"metric":"NPS","unit":"points","value":null,"lower":null,"upper":null,"confidence":0.95,
                        "method":null,"n":0,"effectiveN":0.0,"lowest":-100.0,"highest":100.0,"base":"SUPPRESSED",
                        "notes":["undefined: there are no answers"],"verdict":null,"before":null,"after":null}
                        """)));
    }

    @TestFactory
    Stream<DynamicTest> moversAreATable() {
        return inBoth(
                "moves",
                json -> assertThat(json.tree(json.written(paired().moves().orElseThrow())))
                        .isEqualTo(json.tree("""
                        {"DETRACTOR":{"DETRACTOR":1,"PASSIVE":0,"PROMOTER":1},
                        "PASSIVE":{"DETRACTOR":0,"PASSIVE":0,"PROMOTER":1},
                        "PROMOTER":{"DETRACTOR":0,"PASSIVE":0,"PROMOTER":1}}
                        """)));
    }

    @TestFactory
    Stream<DynamicTest> aViewOfAnotherSystemMayLeaveOutWhatIsAbsent() {
        return inBoth(
                "a few fields",
                json -> assertThat(json.read("""
                        {"metric":"NPS","unit":"points","value":25.0,"confidence":0.95,"n":100,"effectiveN":100.0,
                        "base":"SUFFICIENT","notes":[]}
                        """, ResultView.class).upper()).isNull());
    }
}
