/** Reading CSV files that people made, saying what is wrong with them in one line, and printing tables; shared by all commands. */
@NullMarked
package io.github.cxkit.examples.csv;

import org.jspecify.annotations.NullMarked;
