package io.github.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void idsThatDifferInCaseAreTwoCustomers() {
        assertThat(CustomerId.of("QWERTY")).isNotEqualTo(CustomerId.of("qwerty"));
        assertThat(CustomerId.of(" qwerty")).isNotEqualTo(CustomerId.of("qwerty"));
        assertThat(CustomerId.of("qwerty")).isEqualTo(new CustomerId("qwerty"));
        assertThat(CaseId.of("T")).isNotEqualTo(CaseId.of("t"));
        assertThat(CustomerId.of("qwerty").value()).isEqualTo("qwerty");
    }

    @Test
    void blankIdsAndNamesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerId.of("  "))
                .withMessage("customer id must not be blank, but had 2 characters of white space");
        assertThatIllegalArgumentException().isThrownBy(() -> CaseId.of("")).withMessageStartingWith("case id");
        assertThatIllegalArgumentException().isThrownBy(() -> Channel.of("")).withMessageStartingWith("channel name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JourneyStage.of("", 1))
                .withMessageStartingWith("stage name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Touchpoint.of("", Channel.CHAT, JourneyStage.USE))
                .withMessageStartingWith("touchpoint name");
        assertThatNullPointerException().isThrownBy(() -> CustomerId.of(null)).withMessage("customer id");
        assertThatNullPointerException()
                .isThrownBy(() -> Touchpoint.of("x", null, JourneyStage.USE))
                .withMessage("channel");
        assertThatNullPointerException()
                .isThrownBy(() -> Touchpoint.of("x", Channel.CHAT, null))
                .withMessage("stage");
        assertThatNullPointerException()
                .isThrownBy(() -> new Customer(null, Map.of()))
                .withMessage("id");
    }

    @Test
    void attributesAreCopiedAndSetOneByOne() {
        Map<String, String> source = new HashMap<>(Map.of("country", "DK"));
        Customer customer = new Customer(CustomerId.of("c"), source);
        source.put("country", "SE");
        assertThat(customer.attribute("country")).contains("DK");
        assertThat(customer.attribute("plan")).isEmpty();
        Customer changed = customer.with("plan", "pro").with("country", "NO");
        assertThat(changed.attributes()).containsOnly(Map.entry("plan", "pro"), Map.entry("country", "NO"));
        assertThat(customer.attributes()).containsOnlyKeys("country");
        assertThatIllegalArgumentException().isThrownBy(() -> customer.with(" ", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Customer(CustomerId.of("c"), Map.of("", "x")));
        assertThatNullPointerException()
                .isThrownBy(() -> customer.with("plan", null))
                .withMessage("attribute value");
    }

    @Test
    void stagesAreOrderedAndTheListIsOpen() {
        JourneyStage trial = JourneyStage.of("trial", 250);
        List<JourneyStage> sorted = Stream.of(
                        JourneyStage.PURCHASE, trial, JourneyStage.AWARENESS, JourneyStage.CONSIDERATION)
                .sorted()
                .toList();
        assertThat(sorted)
                .containsExactly(JourneyStage.AWARENESS, JourneyStage.CONSIDERATION, trial, JourneyStage.PURCHASE);
        assertThat(JourneyStage.of("a", 1)).isLessThan(JourneyStage.of("b", 1));
        assertThat(JourneyStage.of("a", 1)).isNotEqualTo(JourneyStage.of("a", 2));
        assertThat(trial).hasToString("trial");
        assertThat(Stream.of(
                                JourneyStage.AWARENESS,
                                JourneyStage.CONSIDERATION,
                                JourneyStage.PURCHASE,
                                JourneyStage.DELIVERY,
                                JourneyStage.ONBOARDING,
                                JourneyStage.USE,
                                JourneyStage.SUPPORT,
                                JourneyStage.RENEWAL,
                                JourneyStage.ADVOCACY)
                        .sorted()
                        .map(JourneyStage::name))
                .containsExactly(
                        "awareness",
                        "consideration",
                        "purchase",
                        "delivery",
                        "onboarding",
                        "use",
                        "support",
                        "renewal",
                        "advocacy");
    }

    @Test
    void channelsAreOpenAndEqualByName() {
        assertThat(Channel.of("phone")).isEqualTo(Channel.PHONE);
        assertThat(Channel.of("email")).isNotEqualTo(Channel.EMAIL);
        assertThat(Channel.of("kiosk")).hasToString("kiosk");
    }

    @Test
    void aMomentOfTruthIsMarked() {
        Touchpoint checkout = Touchpoint.of("checkout", Channel.WEBSITE, JourneyStage.PURCHASE);
        assertThat(checkout.momentOfTruth()).isFalse();
        assertThat(checkout.asMomentOfTruth().momentOfTruth()).isTrue();
        assertThat(checkout.asMomentOfTruth().name()).isEqualTo("checkout");
    }
}
