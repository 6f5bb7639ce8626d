/**
 * Programs as somebody would write them who embeds the library in a program of their own, each with one lesson: a service
 * ({@link io.github.cxkit.examples.programs.FeedbackService}), a nightly batch ({@link io.github.cxkit.examples.programs.NightlyBatch}), a help desk's report
 * ({@link io.github.cxkit.examples.programs.HelpDesk}), the fairness of its refunds ({@link io.github.cxkit.examples.programs.FairTreatment}), a new process judged on the
 * module path ({@link io.github.cxkit.examples.programs.ModulePathProgram}), and, among the tests, a shop's unit tests. Each has row types of its own; all data is made up.
 */
@NullMarked
package io.github.cxkit.examples.programs;

import org.jspecify.annotations.NullMarked;
