/**
 * WHAT HAPPENED: customers, touchpoints, interactions, case events and survey answers.
 *
 * <p>Everything here is a plain immutable value that cannot be constructed wrong. Nothing here computes a measure; that is
 * what {@code io.github.cxkit.metrics} does. Start at {@link io.github.cxkit.core.SurveyResponse} for answers, and at
 * {@link io.github.cxkit.core.Interaction} or {@link io.github.cxkit.core.CaseEvent} for what happened around them.
 *
 * <pre>{@code
 * Touchpoint checkout = Touchpoint.of("checkout", Channel.WEBSITE, JourneyStage.PURCHASE);
 * Scale scale = Scale.highIsGood(0, 10);
 * SurveyResponse response = SurveyResponse.of("recommend", scale, scale.answer(9), Instant.parse("2026-03-01T10:15:00Z"))
 *         .withCustomer(Customer.of("c-1").with("segment", "business"))
 *         .withTouchpoint(checkout);
 * }</pre>
 *
 * <p><b>Personal data.</b> No {@code toString} and no exception message in this package shows a customer id, a case id, a
 * handler, a customer attribute or a comment.
 */
@NullMarked
package io.github.cxkit.core;

import org.jspecify.annotations.NullMarked;
