package io.github.cxkit.metrics.respondents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.change.Verdict;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the same customers twice. */
class PairedChangeProperties {

    private static final Scale SCALE = Nps.STANDARD.scale();

    @Provide
    Arbitrary<RatingMetric> definitions() {
        return Arbitraries.of(Nps.STANDARD, Csat.topBox(SCALE, 3), Csat.bottomBox(SCALE, 3), Csat.mean(SCALE));
    }

    /** Every customer of a list of its own answers the other. */
    @Provide
    Arbitrary<List<SurveyResponse>> sides() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 10))
                .as((customer, answer) -> Responses.response(Nps.STANDARD, "c" + customer, 0, answer))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(list -> {
                    List<SurveyResponse> side = new ArrayList<>(list);
                    side.add(Responses.response(
                            Nps.STANDARD, "common", 0, list.get(0).answer().value()));
                    return side;
                });
    }

    @Property
    void swappingTheSidesMirrors(
            @ForAll("definitions") RatingMetric definition,
            @ForAll("sides") List<SurveyResponse> one,
            @ForAll("sides") List<SurveyResponse> other) {
        PairedChange there = PairedChange.between(definition, RepeatPolicy.FIRST, one, other);
        PairedChange back = PairedChange.between(definition, RepeatPolicy.FIRST, other, one);

        assertThat(back.change().value()).isCloseTo(-there.change().value(), within(1e-12));
        assertThat(back.onlyBefore()).isEqualTo(there.onlyAfter());
        Optional<Interval> mirrored = there.change().difference().interval();
        assertThat(back.change().difference().interval().isPresent()).isEqualTo(mirrored.isPresent());
        mirrored.ifPresent(interval -> {
            Interval actual = back.change().difference().interval().orElseThrow();
            assertThat(actual.lower()).isCloseTo(-interval.upper(), within(1e-10));
            assertThat(actual.upper()).isCloseTo(-interval.lower(), within(1e-10));
        });
        assertThat(back.change().verdict()).isEqualTo(mirrored(there.change().verdict()));
    }

    private static Verdict mirrored(Verdict verdict) {
        return switch (verdict) {
            case IMPROVED -> Verdict.WORSENED;
            case WORSENED -> Verdict.IMPROVED;
            default -> verdict;
        };
    }

    @Property
    void customersWhoAnswerAlikeNeverMove(
            @ForAll("definitions") RatingMetric definition, @ForAll("sides") List<SurveyResponse> side) {
        PairedChange change = PairedChange.between(
                definition,
                RepeatPolicy.LATEST,
                side,
                List.copyOf(side).stream().toList());

        assertThat(change.change().value()).isZero();
        assertThat(change.change().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.onlyBefore()).isZero();
        assertThat(change.onlyAfter()).isZero();
        boolean share = change.mcNemar().isPresent();
        assertThat(change.change().difference().interval().isPresent()).isEqualTo(share);
    }

    @Property
    void theMeanMoveIsTheDifferenceOfTheMatchedScores(
            @ForAll("definitions") RatingMetric definition,
            @ForAll("sides") List<SurveyResponse> one,
            @ForAll("sides") List<SurveyResponse> other) {
        PairedChange change = PairedChange.between(definition, RepeatPolicy.FIRST, one, other);

        assertThat(change.change().value())
                .isCloseTo(change.after().value() - change.before().value(), within(1e-10));
        change.change()
                .difference()
                .interval()
                .ifPresent(interval ->
                        assertThat(interval.contains(change.change().value())).isTrue());
    }

    @Property
    void theOrderOfTheResponsesDoesNotMatter(
            @ForAll("definitions") RatingMetric definition,
            @ForAll("sides") List<SurveyResponse> one,
            @ForAll("sides") List<SurveyResponse> other,
            @ForAll Random random) {
        List<SurveyResponse> shuffled = new ArrayList<>(one);
        Collections.shuffle(shuffled, random);

        assertThat(PairedChange.between(definition, RepeatPolicy.LATEST, shuffled, other))
                .isEqualTo(PairedChange.between(definition, RepeatPolicy.LATEST, one, other));
    }
}
