package io.github.cxkit.metrics.respondents;

import static io.github.cxkit.metrics.respondents.Respondents.toRespondents;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxkit.core.Channel;
import io.github.cxkit.core.Customer;
import io.github.cxkit.core.JourneyStage;
import io.github.cxkit.core.SurveyResponse;
import io.github.cxkit.core.Touchpoint;
import io.github.cxkit.metrics.breakdown.Breakdown;
import io.github.cxkit.metrics.rating.Nps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseKeysTest {

    private static final Touchpoint HELPLINE = Touchpoint.of("helpline", Channel.PHONE, JourneyStage.SUPPORT);

    private static SurveyResponse response(int customer, String plan, int answer, int day) {
        return SurveyResponse.of(
                        "recommend",
                        Nps.STANDARD.scale(),
                        Nps.STANDARD.scale().answer(answer),
                        Instant.parse("2026-03-0" + day + "T10:00:00Z"))
                .withCustomer(Customer.of("c" + customer).with("plan", plan));
    }

    @Test
    void groupsByAttributeChannelTouchpointAndStage() {
        SurveyResponse response = response(1, "pro", 9, 1).withTouchpoint(HELPLINE);
        assertThat(ResponseKeys.attribute("plan").apply(response)).isEqualTo("pro");
        assertThat(ResponseKeys.channel().apply(response)).isEqualTo("phone");
        assertThat(ResponseKeys.touchpoint().apply(response)).isEqualTo("helpline");
        assertThat(ResponseKeys.stage().apply(response)).isEqualTo("support");
    }

    @Test
    void whatIsNotSaidIsAGroupOfItsOwn() {
        SurveyResponse response = response(1, "pro", 9, 1);
        SurveyResponse anonymous =
                SurveyResponse.of("recommend", response.scale(), response.answer(), response.answeredAt());
        assertThat(ResponseKeys.attribute("country").apply(response)).isEqualTo(ResponseKeys.UNKNOWN);
        assertThat(ResponseKeys.attribute("plan").apply(anonymous)).isEqualTo(ResponseKeys.UNKNOWN);
        assertThat(ResponseKeys.channel().apply(response)).isEqualTo(ResponseKeys.UNKNOWN);
        assertThat(ResponseKeys.touchpoint().apply(response)).isEqualTo(ResponseKeys.UNKNOWN);
        assertThat(ResponseKeys.stage().apply(response)).isEqualTo(ResponseKeys.UNKNOWN);
    }

    @Test
    void aBreakdownOfResponsesHasOneAnswerPerCustomer() {
        List<SurveyResponse> responses = new ArrayList<>();
        for (int customer = 0; customer < 40; customer++) {
            responses.add(response(customer, customer < 20 ? "pro" : "free", 3, 1));
            responses.add(response(customer, customer < 20 ? "pro" : "free", customer < 20 ? 9 : 7, 2));
        }
        Map<String, Respondents> byPlan = responses.stream()
                .collect(groupingBy(ResponseKeys.attribute("plan"), toRespondents(Nps.STANDARD, RepeatPolicy.LATEST)));
        Breakdown<String, Nps> breakdown = Breakdown.ofRespondents(Nps.STANDARD, Nps::from, byPlan);
        assertThat(breakdown.total().count()).isEqualTo(40);
        assertThat(breakdown.group("pro").orElseThrow().score().value()).isEqualTo(100);
        assertThat(breakdown.group("free").orElseThrow().score().value()).isEqualTo(0);
    }

    @Test
    void aBreakdownDoesNotForgetThatAnswersBelongTogether() {
        Map<String, Respondents> all = Map.of(
                "all",
                List.of(response(1, "pro", 9, 1), response(1, "pro", 3, 2)).stream()
                        .collect(toRespondents(Nps.STANDARD, RepeatPolicy.ALL)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Breakdown.ofRespondents(Nps.STANDARD, Nps::from, all))
                .withMessageStartingWith("policy must be FIRST or LATEST, but was ALL");
    }
}
