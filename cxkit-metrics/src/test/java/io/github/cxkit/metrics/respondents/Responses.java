package io.github.cxkit.metrics.respondents;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Customer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.metrics.rating.RatingMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Made-up responses. */
final class Responses {

    static final Instant DAY_0 = Instant.parse("2026-01-01T09:00:00Z");

    private Responses() {}

    static SurveyResponse response(RatingMetric definition, String customer, int day, int answer) {
        Scale scale = definition.scale();
        return response(scale, customer, day, scale.answer(answer));
    }

    static SurveyResponse response(Scale scale, String customer, int day, Answer answer) {
        return SurveyResponse.of("recommend", scale, answer, DAY_0.plus(Duration.ofDays(day)))
                .withCustomer(Customer.of(customer));
    }

    /** One answer for each of the customers c0, c1, … */
    static List<SurveyResponse> side(RatingMetric definition, int... answers) {
        List<SurveyResponse> side = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            side.add(response(definition, "c" + i, 0, answers[i]));
        }
        return side;
    }
}
