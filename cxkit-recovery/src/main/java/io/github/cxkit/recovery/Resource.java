package io.github.cxkit.recovery;

/** What a customer can lose, and can be given: like for like is reported beside the score. */
public enum Resource {
    /** Money itself, or its return. */
    MONEY,
    /** A thing: a replacement, a present. */
    GOODS,
    /** Something done for the customer, again or in addition. */
    SERVICE,
    /** A claim on later goods or services: a voucher, points. */
    CREDIT
}
