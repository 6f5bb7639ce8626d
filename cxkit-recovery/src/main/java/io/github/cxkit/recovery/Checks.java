package io.github.cxkit.recovery;

import java.time.Duration;
import org.joda.money.BigMoneyProvider;
import org.joda.money.Money;

/** Argument checks shared by the types of this package. */
final class Checks {

    private Checks() {}

    static double share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], but was " + value);
        }
        return value;
    }

    static int count(int value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but was " + value);
        }
        return value;
    }

    static Duration notNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must be at least PT0S, but was " + value);
        }
        return value;
    }

    static Money notNegative(Money value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must be at least 0, but was " + value);
        }
        return value;
    }

    static void sameCurrency(BigMoneyProvider expected, Money value, String name) {
        if (!value.isSameCurrency(expected)) {
            throw new IllegalArgumentException(name + " must be in "
                    + expected.toBigMoney().getCurrencyUnit() + ", but was in " + value.getCurrencyUnit());
        }
    }
}
