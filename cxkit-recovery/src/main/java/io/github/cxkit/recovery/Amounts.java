package io.github.cxkit.recovery;

import org.joda.money.BigMoneyProvider;
import org.joda.money.Money;

/** Checks of sums of money. */
final class Amounts {

    private Amounts() {}

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
