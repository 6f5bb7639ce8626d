package io.github.cxkit.core;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A way in which a customer and a company meet: phone, e-mail, a shop.
 *
 * <p>The list is open. The constants are the usual channels; {@link #of(String)} makes any other.
 *
 * <ul>
 *   <li>Case and white space around a name make no difference: {@code Channel.of(" Kiosk")} is {@code kiosk}.
 *   <li>The usual channels are known in their usual spellings: {@code email}, {@code E-mail} and {@code e-mail} are one, so are
 *       {@code phone} and {@code telephone}, {@code web} and {@code website}, {@code social} and {@code social-media}; a space, a
 *       hyphen or none makes no difference to them.
 *   <li>Nothing is guessed: {@code mail} may be a letter, {@code shop} an on-line shop and {@code bot} one that speaks; each is a
 *       channel of its own.
 * </ul>
 *
 * @param name the channel's name in lower case, not blank; of a usual channel the name of the constant
 */
public record Channel(String name) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}_]+");

    /** The usual names by their spellings, without separators. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("phone", "phone"),
            Map.entry("telephone", "phone"),
            Map.entry("phonecall", "phone"),
            Map.entry("email", "e-mail"),
            Map.entry("electronicmail", "e-mail"),
            Map.entry("livechat", "chat"),
            Map.entry("chatbot", "chatbot"),
            Map.entry("textmessage", "sms"),
            Map.entry("webform", "web-form"),
            Map.entry("selfservice", "self-service"),
            Map.entry("web", "website"),
            Map.entry("website", "website"),
            Map.entry("mobileapp", "app"),
            Map.entry("social", "social-media"),
            Map.entry("socialmedia", "social-media"),
            Map.entry("videocall", "video"),
            Map.entry("inperson", "in-person"),
            Map.entry("facetoface", "in-person"));

    /** A voice call: {@code phone}. */
    public static final Channel PHONE = new Channel("phone");
    /** An electronic letter: {@code e-mail}. */
    public static final Channel EMAIL = new Channel("e-mail");
    /** A live text conversation with a person: {@code chat}. */
    public static final Channel CHAT = new Channel("chat");
    /** A text conversation with a program: {@code chatbot}. */
    public static final Channel CHATBOT = new Channel("chatbot");
    /** A text message to a phone number: {@code sms}. */
    public static final Channel SMS = new Channel("sms");
    /** A letter on paper: {@code letter}. */
    public static final Channel LETTER = new Channel("letter");
    /** A form filled in on a web page: {@code web-form}. */
    public static final Channel WEB_FORM = new Channel("web-form");
    /** Help that the customer finds and carries out alone: {@code self-service}. */
    public static final Channel SELF_SERVICE = new Channel("self-service");
    /** The company's web site: {@code website}. */
    public static final Channel WEBSITE = new Channel("website");
    /** The company's app: {@code app}. */
    public static final Channel APP = new Channel("app");
    /** Posts and replies in public: {@code social-media}. */
    public static final Channel SOCIAL_MEDIA = new Channel("social-media");
    /** A messaging service, in which a conversation may rest for hours: {@code messaging}. */
    public static final Channel MESSAGING = new Channel("messaging");
    /** A video call: {@code video}. */
    public static final Channel VIDEO = new Channel("video");
    /** A meeting face to face, in a shop or at the customer's: {@code in-person}. */
    public static final Channel IN_PERSON = new Channel("in-person");

    /**
     * Checks the name, puts it in lower case, and takes the usual name of a usual channel.
     *
     * @param name the channel's name
     * @throws IllegalArgumentException if the name is blank
     */
    public Channel {
        name = Checks.notBlank(name, "channel name").strip().toLowerCase(Locale.ROOT);
        name = USUAL.getOrDefault(SEPARATORS.matcher(name).replaceAll(""), name);
    }

    /**
     * Returns the channel with this name.
     *
     * @param name the name in any usual spelling, not blank
     * @return the channel
     * @throws IllegalArgumentException if the name is blank
     */
    public static Channel of(String name) {
        return new Channel(name);
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return name;
    }
}
