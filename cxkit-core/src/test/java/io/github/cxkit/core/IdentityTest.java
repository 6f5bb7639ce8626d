package io.github.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(Channel.of("kiosk")).hasToString("kiosk").isNotEqualTo(Channel.of("desk"));
        assertThat(Channel.of("\tKIOSK ")).isEqualTo(new Channel("Kiosk")).hasSameHashCodeAs(Channel.of("kiosk"));
    }

    @ParameterizedTest
    @CsvSource({
        "phone, Phone",
        "phone, TELEPHONE",
        "phone, phone call",
        "e-mail, email",
        "e-mail, E-mail",
        "e-mail, eMail",
        "e-mail, e mail",
        "e-mail, E_MAIL",
        "e-mail, e\u2011mail",
        "chat, Chat",
        "chat, Live-Chat",
        "chatbot, Chat bot",
        "sms, SMS",
        "sms, text message",
        "letter, Letter",
        "web-form, webform",
        "web-form, Web form",
        "self-service, Self service",
        "website, Web",
        "website, web site",
        "app, App",
        "app, Mobile App",
        "social-media, Social",
        "social-media, Social Media",
        "messaging, Messaging",
        "video, video call",
        "in-person, In person",
        "in-person, face-to-face"
    })
    void theUsualSpellingsOfAChannelAreOne(String usual, String spelling) {
        assertThat(Channel.of(spelling)).hasToString(usual).isEqualTo(Channel.of(usual));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail", "shop", "store", "bot", "voice", "text", "form", "online", "mobile", "click and collect"
            })
    void whatMayMeanTwoChannelsIsNotGuessed(String name) {
        assertThat(Channel.of(name)).hasToString(name);
    }

    @Test
    void everyConstantIsNamedAsItIsSpelt() throws IllegalAccessException {
        int constants = 0;
        for (Field field : Channel.class.getFields()) {
            Channel channel = (Channel) field.get(null);
            assertThat(Channel.of(field.getName())).isEqualTo(channel);
            assertThat(Channel.of(channel.name())).isEqualTo(channel);
            constants++;
        }
        assertThat(constants).isEqualTo(14);
    }

    @Property
    void aNameTakenTwiceIsTheSameName(@ForAll String name) {
        Assume.that(!name.isBlank());
        Channel once = Channel.of(name);
        assertThat(Channel.of(once.name())).isEqualTo(once);
    }

    @Test
    void aMomentOfTruthIsMarked() {
        Touchpoint checkout = Touchpoint.of("checkout", Channel.WEBSITE, JourneyStage.PURCHASE);
        assertThat(checkout.momentOfTruth()).isFalse();
        assertThat(checkout.asMomentOfTruth().momentOfTruth()).isTrue();
        assertThat(checkout.asMomentOfTruth().name()).isEqualTo("checkout");
    }
}
