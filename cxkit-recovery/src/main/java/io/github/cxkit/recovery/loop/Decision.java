package io.github.cxkit.recovery.loop;

/** Whether something came to pass. */
enum Decision {
    YES,
    NO,
    /** It is too early to say. */
    PENDING,
    /** It is too dark to say. */
    UNKNOWN;

    static Decision of(boolean yes) {
        return yes ? YES : NO;
    }
}
