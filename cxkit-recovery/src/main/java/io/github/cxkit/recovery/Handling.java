package io.github.cxkit.recovery;

import io.github.cxkit.metrics.numbers.Checks;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a case was handled: how fast, with how much trouble for the customer, and whether promises were kept. The facts of
 * {@link FairnessDimension#PROCESS}, procedural justice.
 *
 * <pre>{@code
 * Handling.UNKNOWN
 *         .withFirstResponse(Promptness.took(Duration.ofHours(6)).against(Duration.ofHours(4)))
 *         .withContacts(3)
 *         .withPromises(Promises.kept(2).outOf(3));
 * }</pre>
 *
 * <ul>
 *   <li>What is not stated is not known, which is neither good nor bad.
 *   <li>Times, contacts, hand-offs, channel switches and reopenings need not be stated where {@link RecoveryCase#withEvents} tells them.
 * </ul>
 *
 * @param firstResponse how long the first answer by a person took and may take, if known
 * @param resolution how long the conclusive resolution took and may take, if known
 * @param contacts the number of the customer's contacts about the issue, if known
 * @param handOffs the number of times that the case passed from one person to another, if known
 * @param channelSwitches the number of times that the customer had to change the channel, if known
 * @param reopenings the number of times that the matter turned out not to be settled, if known
 * @param promises the promises made and kept, if known
 * @param choiceOffered whether the customer was offered a choice, if known
 */
public record Handling(
        Optional<Promptness> firstResponse,
        Optional<Promptness> resolution,
        OptionalInt contacts,
        OptionalInt handOffs,
        OptionalInt channelSwitches,
        OptionalInt reopenings,
        Optional<Promises> promises,
        Optional<Boolean> choiceOffered) {

    /** Nothing is known. */
    public static final Handling UNKNOWN = new Handling(
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * How many promises were made to the customer while the case was handled, and how many of them were kept.
     *
     * <p>2 of 3 are worth 0.6667. No promise made is legal: then there was none to keep, and the evidence does not apply.
     *
     * @param kept how many were kept
     * @param made how many were made
     */
    public record Promises(int kept, int made) {

        /**
         * Checks the counts.
         *
         * @param kept how many were kept
         * @param made how many were made
         * @throws IllegalArgumentException if a count is negative or more were kept than made
         */
        public Promises {
            Checks.count(made, "promises made");
            if (kept < 0 || kept > made) {
                throw new IllegalArgumentException("promises kept must be in [0, " + made + "], but was " + kept);
            }
        }

        /**
         * Returns that so many were kept; continue with {@link Kept#outOf}.
         *
         * @param kept how many were kept
         * @return the beginning of the sentence
         */
        public static Kept kept(int kept) {
            return new Kept(kept);
        }

        /**
         * The beginning of {@code Promises.kept(2).outOf(3)}, so that the two numbers cannot be swapped.
         *
         * @param kept how many were kept
         */
        public record Kept(int kept) {

            /**
             * Returns the promises.
             *
             * @param made how many were made
             * @return the promises
             * @throws IllegalArgumentException if a count is negative or more were kept than made
             */
            public Promises outOf(int made) {
                return new Promises(kept, made);
            }
        }
    }

    /**
     * Checks the facts.
     *
     * @param firstResponse how long the first answer by a person took and may take, if known
     * @param resolution how long the conclusive resolution took and may take, if known
     * @param contacts the number of the customer's contacts about the issue, if known
     * @param handOffs the number of times that the case passed from one person to another, if known
     * @param channelSwitches the number of times that the customer had to change the channel, if known
     * @param reopenings the number of times that the matter turned out not to be settled, if known
     * @param promises the promises made and kept, if known
     * @param choiceOffered whether the customer was offered a choice, if known
     * @throws IllegalArgumentException if a count is negative
     */
    public Handling {
        Objects.requireNonNull(firstResponse, "firstResponse");
        Objects.requireNonNull(resolution, "resolution");
        contacts.ifPresent(number -> Checks.count(number, "contacts"));
        handOffs.ifPresent(number -> Checks.count(number, "hand-offs"));
        channelSwitches.ifPresent(number -> Checks.count(number, "channel switches"));
        reopenings.ifPresent(number -> Checks.count(number, "reopenings"));
        Objects.requireNonNull(promises, "promises");
        Objects.requireNonNull(choiceOffered, "choiceOffered");
    }

    /**
     * Returns a copy with how long the first answer by a person took, or may take.
     *
     * @param promptness how long it took and may take
     * @return the copy
     */
    public Handling withFirstResponse(Promptness promptness) {
        return new Handling(
                Optional.of(Objects.requireNonNull(promptness, "firstResponse")),
                resolution,
                contacts,
                handOffs,
                channelSwitches,
                reopenings,
                promises,
                choiceOffered);
    }

    /**
     * Returns a copy with how long the conclusive resolution took, or may take.
     *
     * @param promptness how long it took and may take
     * @return the copy
     */
    public Handling withResolution(Promptness promptness) {
        return new Handling(
                firstResponse,
                Optional.of(Objects.requireNonNull(promptness, "resolution")),
                contacts,
                handOffs,
                channelSwitches,
                reopenings,
                promises,
                choiceOffered);
    }

    /**
     * Returns a copy with the number of the customer's contacts about the issue.
     *
     * @param number 0 or more
     * @return the copy
     * @throws IllegalArgumentException if it is negative
     */
    public Handling withContacts(int number) {
        return new Handling(
                firstResponse,
                resolution,
                OptionalInt.of(number),
                handOffs,
                channelSwitches,
                reopenings,
                promises,
                choiceOffered);
    }

    /**
     * Returns a copy with the number of times that the case passed from one person to another.
     *
     * @param number 0 or more
     * @return the copy
     * @throws IllegalArgumentException if it is negative
     */
    public Handling withHandOffs(int number) {
        return new Handling(
                firstResponse,
                resolution,
                contacts,
                OptionalInt.of(number),
                channelSwitches,
                reopenings,
                promises,
                choiceOffered);
    }

    /**
     * Returns a copy with the number of times that the customer had to change the channel.
     *
     * @param number 0 or more
     * @return the copy
     * @throws IllegalArgumentException if it is negative
     */
    public Handling withChannelSwitches(int number) {
        return new Handling(
                firstResponse,
                resolution,
                contacts,
                handOffs,
                OptionalInt.of(number),
                reopenings,
                promises,
                choiceOffered);
    }

    /**
     * Returns a copy with the number of times that the matter turned out not to be settled.
     *
     * @param number 0 or more
     * @return the copy
     * @throws IllegalArgumentException if it is negative
     */
    public Handling withReopenings(int number) {
        return new Handling(
                firstResponse,
                resolution,
                contacts,
                handOffs,
                channelSwitches,
                OptionalInt.of(number),
                promises,
                choiceOffered);
    }

    /**
     * Returns a copy with the promises made and kept.
     *
     * @param newPromises how many of how many
     * @return the copy
     */
    public Handling withPromises(Promises newPromises) {
        return new Handling(
                firstResponse,
                resolution,
                contacts,
                handOffs,
                channelSwitches,
                reopenings,
                Optional.of(Objects.requireNonNull(newPromises, "promises")),
                choiceOffered);
    }

    /**
     * Returns a copy that says whether the customer was offered a choice.
     *
     * @param offered whether one was offered
     * @return the copy
     */
    public Handling withChoiceOffered(boolean offered) {
        return new Handling(
                firstResponse,
                resolution,
                contacts,
                handOffs,
                channelSwitches,
                reopenings,
                promises,
                Optional.of(offered));
    }

    /**
     * Returns what is known.
     *
     * @return for example {@code Handling[contacts 3, hand-offs 1]}
     */
    @Override
    public String toString() {
        return KnownFacts.of("Handling")
                .and("first response", firstResponse)
                .and("resolution", resolution)
                .and("contacts", contacts)
                .and("hand-offs", handOffs)
                .and("channel switches", channelSwitches)
                .and("reopenings", reopenings)
                .and("promises", promises)
                .and("choice offered", choiceOffered)
                .toString();
    }
}
