package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.csv.BadRows;
import io.github.cxkit.examples.csv.ColumnChoice;
import io.github.cxkit.examples.csv.MaxBad;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.recovery.CaseFairness;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.weights.WeightFit;
import java.util.List;
import java.util.Optional;

/**
 * What the command found, to be written in one way or another.
 *
 * @param source the name of the file
 * @param sample whether it is the bundled one
 * @param rows how many rows were read, bad ones included
 * @param badRows which were left out
 * @param maxBad how many bad rows are put up with
 * @param uses which column was used for what
 * @param scorer the policy
 * @param confidence the confidence of intervals
 * @param tally all cases
 * @param total the figures of all cases
 * @param sections the breakdowns
 * @param compared pairs of groups
 * @param fits the weights that outcomes call for
 * @param cases single cases, in words
 * @param every all cases, where they were asked for
 */
record RecoveryReport(
        String source,
        boolean sample,
        long rows,
        BadRows badRows,
        MaxBad maxBad,
        List<ColumnChoice.Use> uses,
        FairnessScorer scorer,
        double confidence,
        GroupTally tally,
        List<Figure> total,
        List<Section> sections,
        List<Compared> compared,
        List<Fit> fits,
        List<ShownCase> cases,
        List<CaseRow> every) {

    /** Two groups of one breakdown, figure by figure. */
    record Compared(String by, String before, String after, List<Difference> differences) {}

    /** One figure of two groups; the change is empty where one of them has too few cases. */
    record Difference(Figure before, Figure after, Optional<Change> change) {}

    /** The weights that an outcome calls for, or why there are none. */
    record Fit(String outcome, Optional<WeightFit> fit, String problem) {}

    /** One case in words, and why it is shown. */
    record ShownCase(String why, long number, CaseFairness score) {}
}
