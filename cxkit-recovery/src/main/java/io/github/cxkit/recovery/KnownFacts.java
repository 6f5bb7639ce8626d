package io.github.cxkit.recovery;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.StringJoiner;

/** A text of what is known, in the order given. */
final class KnownFacts {

    private final StringJoiner text;

    private KnownFacts(StringJoiner text) {
        this.text = text;
    }

    static KnownFacts of(String type) {
        return new KnownFacts(new StringJoiner(", ", type + "[", "]").setEmptyValue(type + "[unknown]"));
    }

    KnownFacts and(String name, Optional<?> fact) {
        fact.ifPresent(known -> text.add(name + " " + known));
        return this;
    }

    KnownFacts and(String name, OptionalInt fact) {
        fact.ifPresent(known -> text.add(name + " " + known));
        return this;
    }

    KnownFacts and(String name, OptionalDouble fact) {
        fact.ifPresent(known -> text.add(name + " " + known));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
