package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.FairnessSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Chooses the cases that are shown one by one. */
final class CaseChoice {

    private final CaseCounter counter;
    private final FairnessScorer scorer;
    private final FairnessSummary summary;

    CaseChoice(CaseCounter counter, FairnessScorer scorer) {
        this.counter = counter;
        this.scorer = scorer;
        this.summary = counter.total().summary();
    }

    /** The fewest points, and the points next to the means of the three dimensions; among equals the first. */
    List<RecoveryReport.ShownCase> worstAndTypical() {
        List<CaseRow> scored = counter.cases().stream()
                .filter(row -> row.overall().isPresent())
                .toList();
        List<RecoveryReport.ShownCase> chosen = new ArrayList<>();
        if (!scored.isEmpty()) {
            chosen.add(shown(
                    "the worst",
                    scored.stream()
                            .min(Comparator.comparingDouble(row -> row.overall().getAsDouble()))
                            .orElseThrow()));
            scored.stream()
                    .filter(row -> row.dimensions().stream().allMatch(OptionalDouble::isPresent))
                    .min(Comparator.comparingDouble(this::distanceFromMeans))
                    .ifPresent(row -> chosen.add(shown("a typical one, next to the means", row)));
        }
        return chosen;
    }

    private double distanceFromMeans(CaseRow row) {
        double distance = 0;
        for (FairnessDimension dimension : FairnessDimension.values()) {
            double mean = summary.dimension(dimension).value();
            distance += Math.abs(row.dimension(dimension).getAsDouble() - mean);
        }
        return distance;
    }

    /** The cases of some rows. */
    List<RecoveryReport.ShownCase> rows(List<Long> numbers) {
        List<RecoveryReport.ShownCase> chosen = new ArrayList<>();
        for (Long number : numbers) {
            chosen.add(shown(
                    "as asked for",
                    counter.cases().stream()
                            .filter(row -> row.number() == number)
                            .findFirst()
                            .orElseThrow(() -> missing(number))));
        }
        return chosen;
    }

    private CommandFailure missing(long number) {
        boolean inFile = number >= 1 && number <= counter.rows();
        return CommandFailure.usage(
                "--case " + number + ": " + (inFile ? "that row was left out" : "the rows are 1 to " + counter.rows()));
    }

    private RecoveryReport.ShownCase shown(String why, CaseRow row) {
        return new RecoveryReport.ShownCase(why, row.number(), scorer.score(row.facts()));
    }
}
