/**
 * The command {@code cxkit recovery}: how fairly failures were put right, from a CSV file of cases.
 *
 * <p>How a row becomes a number, and where to read about it:
 *
 * <pre>{@code
 * CsvFile -> Row -> CaseReader                 each row is checked as a whole: Cells to facts, facts to a RecoveryCase
 * PolicyOptions -> FairnessScorer              the library's scorer, as the options want it
 * CaseCounter -> GroupTally, CaseRow           one tally per group, and what is kept of each case
 * Sections, Pair, Fits, CaseChoice             breakdowns, comparisons, fitted weights, the cases to show
 * RecoveryReport                               all of that; all of the arithmetic is the library's
 * TextRecovery, JsonRecovery, CsvRecovery      the same results, three ways
 * }</pre>
 */
@NullMarked
package io.github.cxkit.examples.recovery;

import org.jspecify.annotations.NullMarked;
