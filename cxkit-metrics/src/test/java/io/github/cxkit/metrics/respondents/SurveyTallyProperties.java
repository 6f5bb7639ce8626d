package io.github.cxkit.metrics.respondents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Uncertainty.StandardError;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of tallies that know who answered. */
class SurveyTallyProperties {

    private static final RatingMetric NPS = Nps.STANDARD;

    @Provide
    Arbitrary<List<SurveyResponse>> responses() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(-1, 10),
                        Arbitraries.of(0.0, 0.3, 1.0, 1.0, 2.7))
                .as((customer, day, answer, weight) -> Responses.response(
                                NPS.scale(),
                                "c" + customer,
                                day,
                                answer < 0 ? Answer.SKIPPED : NPS.scale().answer(answer))
                        .withWeight(weight))
                .list()
                .ofMaxSize(60);
    }

    @Property
    void theOrderOfTheResponsesDoesNotMatter(
            @ForAll("responses") List<SurveyResponse> responses, @ForAll RepeatPolicy policy, @ForAll Random random) {
        List<SurveyResponse> shuffled = new ArrayList<>(responses);
        Collections.shuffle(shuffled, random);

        assertSame(policy, respondents(shuffled, policy), respondents(responses, policy));
    }

    @Property
    void aCustomerMayBeSpreadOverTallies(
            @ForAll("responses") List<SurveyResponse> responses, @ForAll RepeatPolicy policy) {
        List<SurveyTally> parts =
                IntStream.range(0, 3).mapToObj(i -> SurveyTally.of(NPS, policy)).toList();
        for (int i = 0; i < responses.size(); i++) {
            parts.get(i % 3).accept(responses.get(i));
        }
        Respondents partBefore = parts.get(1).respondents();
        SurveyTally merged = parts.get(0).combine(parts.get(1)).combine(parts.get(2));

        assertSame(policy, merged.respondents(), respondents(responses, policy));
        assertThat(parts.get(1).respondents()).isEqualTo(partBefore);
        merged.accept(Responses.response(NPS, "c0", 3, 0));
        assertThat(parts.get(1).respondents()).isEqualTo(partBefore);
    }

    @Property
    void oneAnswerPerCustomerAndEqualWeightsGiveThePlainStandardError(
            @ForAll("answers") List<Integer> answers, @ForAll("weights") double weight) {
        List<SurveyResponse> responses = IntStream.range(0, answers.size())
                .mapToObj(
                        i -> Responses.response(NPS, "c" + i, 0, answers.get(i)).withWeight(weight))
                .toList();
        ClusteredScore score =
                (ClusteredScore) respondents(responses, RepeatPolicy.ALL).score();
        double plain = score.plain().standardError().orElseThrow();

        assertThat(score.effectiveCount()).isEqualTo(answers.size());
        if (plain > 0) {
            StandardError error = (StandardError) score.uncertainty();
            assertThat(error.standardError()).isCloseTo(plain, within(1e-12 * plain));
            assertThat(error.degreesOfFreedom()).isEqualTo(answers.size() - 1);
            assertThat(score.designEffect().orElseThrow()).isCloseTo(1, within(1e-12));
        } else {
            assertThat(score.estimate().interval())
                    .isEqualTo(score.plain().estimate().interval());
        }
        for (RepeatPolicy policy : RepeatPolicy.values()) {
            assertThat(respondents(responses, policy).score().value()).isEqualTo(score.value());
        }
    }

    @Provide
    Arbitrary<List<Integer>> answers() {
        return Arbitraries.integers().between(0, 10).list().ofMinSize(2).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Double> weights() {
        return Arbitraries.of(1.0, 0.1, 3.3);
    }

    @Property
    void everyAnswerGivenTwiceChangesNoStandardErrorButDoublesN(@ForAll("answers") List<Integer> answers) {
        List<SurveyResponse> once = IntStream.range(0, answers.size())
                .mapToObj(i -> Responses.response(NPS, "c" + i, 0, answers.get(i)))
                .toList();
        List<SurveyResponse> twice = new ArrayList<>(once);
        twice.addAll(once);
        ClusteredScore single =
                (ClusteredScore) respondents(once, RepeatPolicy.ALL).score();
        ClusteredScore doubled =
                (ClusteredScore) respondents(twice, RepeatPolicy.ALL).score();

        assertThat(doubled.count()).isEqualTo(2 * single.count());
        assertThat(doubled.customers()).isEqualTo(single.customers());
        assertThat(doubled.effectiveCount()).isEqualTo(single.effectiveCount());
        assertThat(doubled.estimate().interval().isPresent())
                .isEqualTo(single.estimate().interval().isPresent());
        single.estimate().interval().ifPresent(interval -> {
            assertThat(doubled.estimate().interval().orElseThrow().lower()).isCloseTo(interval.lower(), within(1e-9));
            assertThat(doubled.estimate().interval().orElseThrow().upper()).isCloseTo(interval.upper(), within(1e-9));
        });
    }

    private static Respondents respondents(List<SurveyResponse> responses, RepeatPolicy policy) {
        return responses.stream().collect(Respondents.toRespondents(NPS, policy));
    }

    /** To the last bit for FIRST and LATEST. */
    private static void assertSame(RepeatPolicy policy, Respondents actual, Respondents expected) {
        if (policy != RepeatPolicy.ALL) {
            assertThat(actual).isEqualTo(expected);
            return;
        }
        assertThat(actual.customers()).isEqualTo(expected.customers());
        assertThat(actual.repeats()).isEqualTo(expected.repeats());
        assertThat(actual.counts().skipped()).isEqualTo(expected.counts().skipped());
        ClusteredScore one = (ClusteredScore) actual.score();
        ClusteredScore other = (ClusteredScore) expected.score();
        assertThat(one.count()).isEqualTo(other.count());
        assertThat(one.customers()).isEqualTo(other.customers());
        if (!one.isEmpty()) {
            assertThat(one.value()).isCloseTo(other.value(), within(1e-10));
            if (other.uncertainty() instanceof StandardError error) {
                assertThat(((StandardError) one.uncertainty()).standardError())
                        .isCloseTo(error.standardError(), within(1e-10));
            } else {
                assertThat(one.estimate().interval()).isEqualTo(other.estimate().interval());
            }
        }
    }
}
