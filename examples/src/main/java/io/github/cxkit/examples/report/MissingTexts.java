package io.github.cxkit.examples.report;

import java.util.List;

/** Which texts in an answer's place stand for "skipped" and for "does not apply". */
record MissingTexts(List<String> skipped, List<String> notApplicable) {}
