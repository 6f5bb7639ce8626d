package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.recovery.FairnessMean;
import io.github.cxkit.recovery.FairnessScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the cases that are shown one by one. */
final class CaseChoice {

    private final CaseCounter counter;
    private final FairnessScorer scorer;

    CaseChoice(CaseCounter counter, FairnessScorer scorer) {
        this.counter = counter;
        this.scorer = scorer;
    }

    /** The fewest points, and the points next to the mean; among equals the first. */
    List<RecoveryReport.ShownCase> worstAndTypical() {
        List<CaseRow> scored = counter.cases().stream()
                .filter(row -> row.overall().isPresent())
                .toList();
        List<RecoveryReport.ShownCase> chosen = new ArrayList<>();
        if (!scored.isEmpty()) {
            FairnessMean overall = counter.total().summary().overall();
            double mean = overall.value();
            chosen.add(shown(
                    "the worst",
                    scored.stream()
                            .min(Comparator.comparingDouble(row -> row.overall().getAsDouble()))
                            .orElseThrow()));
            chosen.add(shown(
                    "a typical one, next to the mean",
                    scored.stream()
                            .min(Comparator.comparingDouble(
                                    row -> Math.abs(row.overall().getAsDouble() - mean)))
                            .orElseThrow()));
        }
        return chosen;
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
        return CommandFailure.usage("--case " + number + ": "
                + (inFile ? "that row was left out" : "the rows are 1 to " + counter.rows()));
    }

    private RecoveryReport.ShownCase shown(String why, CaseRow row) {
        return new RecoveryReport.ShownCase(why, row.number(), scorer.score(row.facts()));
    }
}
