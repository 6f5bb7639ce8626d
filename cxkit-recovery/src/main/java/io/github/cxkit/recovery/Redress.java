package io.github.cxkit.recovery;

import java.util.Objects;
import java.util.Optional;

/**
 * What the failure cost the customer and what the customer got for it. The facts of {@link FairnessDimension#COMPENSATION}, distributive justice.
 *
 * <pre>{@code
 * Redress.UNKNOWN
 *         .withLoss(Loss.of(Money.parse("EUR 200")))
 *         .withCompensation(Compensation.of(Money.parse("EUR 160")))
 *         .withServiceAccepted(false);
 * }</pre>
 *
 * <ul>
 *   <li>What is not stated is not known, which is neither good nor bad. A loss or a compensation of 0 says that there was none.
 *   <li>Loss and compensation are in one currency.
 * </ul>
 *
 * @param loss what the failure cost the customer, if known
 * @param compensation what the customer was given, if known
 * @param serviceAccepted whether the customer took the flawed service nevertheless, if known
 * @param coreProblemFixed whether the core problem was fixed, if known
 */
public record Redress(
        Optional<Loss> loss,
        Optional<Compensation> compensation,
        Optional<Boolean> serviceAccepted,
        Optional<Boolean> coreProblemFixed) {

    /** Nothing is known. */
    public static final Redress UNKNOWN =
            new Redress(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

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

    /**
     * Checks the facts.
     *
     * @param loss what the failure cost the customer, if known
     * @param compensation what the customer was given, if known
     * @param serviceAccepted whether the customer took the flawed service nevertheless, if known
     * @param coreProblemFixed whether the core problem was fixed, if known
     * @throws IllegalArgumentException if loss and compensation are in different currencies
     */
    public Redress {
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(compensation, "compensation");
        Objects.requireNonNull(serviceAccepted, "serviceAccepted");
        Objects.requireNonNull(coreProblemFixed, "coreProblemFixed");
        if (loss.isPresent() && compensation.isPresent()) {
            Amounts.sameCurrency(loss.get().total(), compensation.get().value(), "compensation");
        }
    }

    /**
     * Returns a copy with what the failure cost the customer.
     *
     * @param newLoss the loss
     * @return the copy
     * @throws IllegalArgumentException if the compensation is in another currency
     */
    public Redress withLoss(Loss newLoss) {
        return new Redress(
                Optional.of(Objects.requireNonNull(newLoss, "loss")), compensation, serviceAccepted, coreProblemFixed);
    }

    /**
     * Returns a copy with what the customer was given.
     *
     * @param given the compensation
     * @return the copy
     * @throws IllegalArgumentException if the loss is in another currency
     */
    public Redress withCompensation(Compensation given) {
        return new Redress(
                loss, Optional.of(Objects.requireNonNull(given, "compensation")), serviceAccepted, coreProblemFixed);
    }

    /**
     * Returns a copy that says whether the customer took the flawed service nevertheless.
     *
     * @param accepted true if accepted, false if rejected
     * @return the copy
     */
    public Redress withServiceAccepted(boolean accepted) {
        return new Redress(loss, compensation, Optional.of(accepted), coreProblemFixed);
    }

    /**
     * Returns a copy that says whether the core problem was fixed.
     *
     * @param fixed whether it was fixed
     * @return the copy
     */
    public Redress withCoreProblemFixed(boolean fixed) {
        return new Redress(loss, compensation, serviceAccepted, Optional.of(fixed));
    }

    /**
     * Returns what is known.
     *
     * @return for example {@code Redress[loss Loss[EUR 200.00], compensation Compensation[EUR 160.00]]}
     */
    @Override
    public String toString() {
        return KnownFacts.of("Redress")
                .and("loss", loss)
                .and("compensation", compensation)
                .and("service accepted", serviceAccepted)
                .and("core problem fixed", coreProblemFixed)
                .toString();
    }
}
