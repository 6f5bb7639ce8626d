/**
 * Five programs as somebody would write them who embeds the library in a program of their own: a service, unit tests (among the tests of this module), a
 * nightly batch, a help desk's report, and a program for the module path. Each has row types of its own; all data is made up.
 */
@NullMarked
package io.github.cxkit.examples.programs;

import org.jspecify.annotations.NullMarked;
