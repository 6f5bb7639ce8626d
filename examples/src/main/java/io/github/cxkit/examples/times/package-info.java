/**
 * The command {@code cxkit times}: how long customers wait, open cases included, from a CSV file of cases or of their events.
 *
 * <p>How a row becomes a number, and where to read about it:
 *
 * <pre>{@code
 * CsvFile -> Row -> CaseRows, EventRows        each row is checked as a whole; a cell that is none is a BadValue
 *   InstantReader                              cells to instants
 * CaseOnFile                                   a case: the library's CaseTimeline, and which groups it is in
 * Clock -> Measured                            the library's CaseWaits and Waits: over, open, unknown
 * Figures -> Figure                            all of the arithmetic is the library's
 * TextTimes, JsonTimes, CsvTimes               the same figures, three ways
 * }</pre>
 */
@NullMarked
package io.github.cxkit.examples.times;

import org.jspecify.annotations.NullMarked;
