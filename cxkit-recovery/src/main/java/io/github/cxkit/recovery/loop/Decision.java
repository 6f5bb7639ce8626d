package io.github.cxkit.recovery.loop;

/** Whether something came to pass, where it may be too early or too dark to say. */
enum Decision {
    YES,
    NO,
    OPEN;

    static Decision of(boolean yes) {
        return yes ? YES : NO;
    }
}
