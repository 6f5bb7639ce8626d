/**
 * The command {@code cxkit report}: NPS, CSAT and CES of a CSV file of survey answers.
 *
 * <p>How a row becomes a number, and where to read about it:
 *
 * <pre>{@code
 * CsvFile -> Row -> RowCounter                 each row is checked as a whole, then counted
 *   AnswerReader, WeightReader, DayReader      cells to values; a cell that is none is a BadValue
 *   Grouping -> Groups -> Group                one RatingTally per group and question
 * AgainstRest                                each group against all other rows, by the library's Breakdown
 * TrendChanges                               each period against earlier ones, by the library's Trend
 * Aim                                        a goal and how it stands, by the library's Goal
 * Report -> Result                             counts to scores and estimates: all of the arithmetic is the library's
 * TextReport, JsonReport, CsvReport            the same results, three ways
 * }</pre>
 */
@NullMarked
package io.github.cxkit.examples.report;

import org.jspecify.annotations.NullMarked;
