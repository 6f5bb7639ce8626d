package io.github.cxkit.core;

/**
 * A way in which a customer and a company meet: phone, e-mail, a shop.
 *
 * <p>The list is open. The constants are the usual channels; {@link #of(String)} makes any other. Channels are equal when
 * their names are equal, letter for letter: {@code Channel.of("email")} is not {@link #EMAIL}, whose name is {@code e-mail}.
 *
 * @param name the channel's name, not blank
 */
public record Channel(String name) {

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
     * Checks the name.
     *
     * @param name the channel's name
     * @throws IllegalArgumentException if the name is blank
     */
    public Channel {
        Checks.notBlank(name, "channel name");
    }

    /**
     * Returns the channel with this name.
     *
     * @param name the name, not blank
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
