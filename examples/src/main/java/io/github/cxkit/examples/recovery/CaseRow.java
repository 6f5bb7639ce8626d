package io.github.cxkit.examples.recovery;

import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.RecoveryCase;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What is kept of a row: its number, its facts, its groups and outcomes, and its points, so that it is not scored again for each table.
 *
 * @param number from 1, the first row below the header
 * @param facts what happened
 * @param overall the points, if there are
 * @param dimensions the points of each dimension, if there are
 * @param standing whether it was fair
 * @param groups its group in each breakdown
 * @param outcomes what became of it, where that is known
 */
record CaseRow(
        long number,
        RecoveryCase facts,
        OptionalDouble overall,
        List<OptionalDouble> dimensions,
        String standing,
        List<String> groups,
        List<OptionalDouble> outcomes) {

    static final String FAIR = "fair";
    static final String NOT_FAIR = "not fair";
    static final String NO_POINT = "no point";

    static CaseRow of(
            long number, RecoveryCase facts, CaseFairness score, List<String> groups, List<OptionalDouble> outcomes) {
        return new CaseRow(
                number,
                facts,
                score.overall(),
                Stream.of(FairnessDimension.values())
                        .map(dimension -> score.dimension(dimension).point())
                        .toList(),
                score.isFair().map(fair -> fair ? FAIR : NOT_FAIR).orElse(NO_POINT),
                groups,
                outcomes);
    }

    OptionalDouble dimension(FairnessDimension dimension) {
        return dimensions.get(List.of(FairnessDimension.values()).indexOf(dimension));
    }
}
