/**
 * WHO ANSWERED: customers who answered more than once, and the same customers twice.
 *
 * <pre>{@code
 * Respondents respondents = responses.stream().collect(toRespondents(Nps.STANDARD, RepeatPolicy.LATEST));
 * respondents.score();       // one answer per customer: NPS 40.0 (95% CI …)
 * respondents.setAside();    // 17 earlier answers
 * PairedChange.between(Nps.STANDARD, RepeatPolicy.LATEST, lastYear, thisYear).verdict();    // customers who answered in both
 * OverlappingChange.between(firstQuarter, secondQuarter).change();    // some customers in both, every answer counts
 * }</pre>
 *
 * <p>{@link io.github.cxkit.core.SurveyResponse}s enter through a {@link io.github.cxkit.metrics.respondents.SurveyTally}, which wants
 * to be told by a {@link io.github.cxkit.metrics.respondents.RepeatPolicy} what to do about repeats: answers of one customer are no
 * independent answers, and an interval that takes them for such is too narrow.
 */
@NullMarked
package io.github.cxkit.metrics.respondents;

import org.jspecify.annotations.NullMarked;
