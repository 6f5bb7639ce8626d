package io.github.cxkit.core;

import java.util.Objects;

/** Argument checks shared by the types of this package. */
final class Checks {

    private Checks() {}

    /** Returns the text if it holds more than white space; the message never repeats it. */
    static String notBlank(String value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    name + " must not be blank, but had " + value.length() + " characters of white space");
        }
        return value;
    }
}
