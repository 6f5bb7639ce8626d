/**
 * A small command-line program that shows the library at work.
 *
 * <p>{@link io.github.cxkit.examples.Cxkit} is the program; each of its commands has a package of its own:
 *
 * <pre>{@code
 * cxkit                                            # a report on a bundled, made-up survey
 * cxkit report survey.csv --by channel             # a report on a file of your own
 * cxkit recovery cases.csv --by team               # how fairly failures were put right
 * cxkit report --help
 * cxkit times cases.csv --by team                  # how long customers waited, open cases included
 * }</pre>
 */
@NullMarked
package io.github.cxkit.examples;

import org.jspecify.annotations.NullMarked;
