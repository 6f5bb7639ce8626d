package io.github.cxkit.recovery;

/** Wrongs done to the customer while the case was handled. Each is reported, and one is enough to cap {@link FairnessDimension#INTERACTION}. */
public enum Violation {
    /** Somebody was rude. */
    RUDE,
    /** The customer was blamed for the failure. */
    BLAMED_CUSTOMER,
    /** Something untrue was said. */
    UNTRUE,
    /** A message by the customer was ignored. */
    IGNORED_MESSAGE
}
