package io.github.cxkit.recovery;

import io.github.cxkit.metrics.numbers.Checks;
import io.github.cxkit.recovery.Redress.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a failure cost the customer: money, what was spent besides, time at the caller's value of an hour, and trouble. All in one currency.
 *
 * <p>100, 2.5 hours at 20 an hour and trouble worth 50 are a loss of 200.
 *
 * <pre>{@code
 * Loss.of(Money.parse("EUR 100")).withTime(Duration.ofMinutes(150), Money.parse("EUR 20")).withTrouble(Money.parse("EUR 50"));
 * }</pre>
 *
 * <ul>
 *   <li>A part that is not stated adds nothing: the loss is what the caller states it to be.
 *   <li>A loss of 0 is legal: nothing was lost, and compensation does not apply.
 *   <li>The library knows no value of an hour or of trouble; both are the caller's.
 * </ul>
 */
public final class Loss {

    private static final BigDecimal NANOS_PER_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());

    private final Money money;
    private final Money outOfPocket;
    private final BigDecimal time;
    private final Money trouble;
    private final Optional<Resource> resource;
    private final BigDecimal amount;

    private Loss(Money money, Money outOfPocket, BigDecimal time, Money trouble, Optional<Resource> resource) {
        this.money = money;
        this.outOfPocket = outOfPocket;
        this.time = time;
        this.trouble = trouble;
        this.resource = resource;
        this.amount = money.getAmount().add(outOfPocket.getAmount()).add(time).add(trouble.getAmount());
    }

    /**
     * Returns the loss of a sum, such as the price of what did not come.
     *
     * @param money the sum, not negative
     * @return the loss
     * @throws IllegalArgumentException if the sum is negative
     */
    public static Loss of(Money money) {
        Amounts.notNegative(money, "money lost");
        Money zero = Money.zero(money.getCurrencyUnit());
        return new Loss(money, zero, BigDecimal.ZERO, zero, Optional.empty());
    }

    /**
     * Returns a copy with what the customer spent because of the failure.
     *
     * @param spent the sum, not negative
     * @return the copy
     * @throws IllegalArgumentException if the sum is negative or in another currency
     */
    public Loss withOutOfPocket(Money spent) {
        return new Loss(money, checked(spent, "out-of-pocket loss"), time, trouble, resource);
    }

    /**
     * Returns a copy with the time it cost the customer.
     *
     * @param spent the time, not negative
     * @param valuePerHour what an hour is worth, not negative
     * @return the copy
     * @throws IllegalArgumentException if the time or the value is negative, or the value in another currency
     */
    public Loss withTime(Duration spent, Money valuePerHour) {
        Checks.notNegative(spent, "time lost");
        BigDecimal nanos =
                BigDecimal.valueOf(spent.toSeconds()).scaleByPowerOfTen(9).add(BigDecimal.valueOf(spent.toNanosPart()));
        BigDecimal worth = checked(valuePerHour, "value per hour")
                .getAmount()
                .multiply(nanos)
                .divide(NANOS_PER_HOUR, MathContext.DECIMAL128);
        return new Loss(money, outOfPocket, worth, trouble, resource);
    }

    /**
     * Returns a copy with what the trouble is worth.
     *
     * @param worth the sum, not negative
     * @return the copy
     * @throws IllegalArgumentException if the sum is negative or in another currency
     */
    public Loss withTrouble(Money worth) {
        return new Loss(money, outOfPocket, time, checked(worth, "trouble"), resource);
    }

    /**
     * Returns a copy that says what was lost in the main.
     *
     * @param mainly the resource
     * @return the copy
     */
    public Loss withResource(Resource mainly) {
        return new Loss(money, outOfPocket, time, trouble, Optional.of(mainly));
    }

    private Money checked(Money value, String name) {
        Amounts.sameCurrency(money, value, name);
        return Amounts.notNegative(value, name);
    }

    /** The sum of all parts, not rounded. */
    BigDecimal amount() {
        return amount;
    }

    CurrencyUnit currency() {
        return money.getCurrencyUnit();
    }

    /**
     * Returns the sum of all parts, rounded half up to the currency's decimals; ratios use the unrounded sum.
     *
     * @return the total loss
     */
    public Money total() {
        return Money.of(currency(), amount(), RoundingMode.HALF_UP);
    }

    /**
     * Returns what was lost in the main.
     *
     * @return the resource, if stated
     */
    public Optional<Resource> resource() {
        return resource;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Loss that
                && money.equals(that.money)
                && outOfPocket.equals(that.outOfPocket)
                && time.compareTo(that.time) == 0
                && trouble.equals(that.trouble)
                && resource.equals(that.resource);
    }

    @Override
    public int hashCode() {
        return Objects.hash(money, outOfPocket, trouble, resource);
    }

    /**
     * Returns the total.
     *
     * @return for example {@code Loss[EUR 200.00]}
     */
    @Override
    public String toString() {
        return "Loss[" + total() + "]";
    }
}
