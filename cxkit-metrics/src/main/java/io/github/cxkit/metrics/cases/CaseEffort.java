package io.github.cxkit.metrics.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseEvent.Kind;
import io.github.cxkit.core.Channel;
import io.github.cxkit.core.Handler;
import io.github.cxkit.metrics.numbers.Optionals;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a case cost the customer in effort: how often the customer got in touch, was handed on, had to change the channel, and saw the matter reopened.
 *
 * <p>A case that went from Ann to Bob and back to Ann was handed off twice, the second time back to somebody who had had it before (ping-pong).
 *
 * <pre>{@code
 * CaseEffort.from(timeline).contacts();
 * CaseEffort.nothingKnown().withHandOffs(2).withReopenings(1);     // a ticket export that has counts only
 * }</pre>
 *
 * <ul>
 *   <li>What is not known is empty, never 0.
 *   <li>Hand-offs are between persons: bots do not count. Persons are told apart by their ids where all have one, otherwise by their teams where all have one;
 *       otherwise, from the second step on, hand-offs are not known.
 *   <li>Channel switches are counted between successive contacts whose channel is known; they are not known where there are several contacts, of which
 *       fewer than two have a known channel.
 * </ul>
 */
public final class CaseEffort {

    private static final CaseEffort NOTHING_KNOWN = new CaseEffort(
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private final OptionalInt contacts;
    private final OptionalInt handOffs;
    private final OptionalInt handBacks;
    private final OptionalInt channelSwitches;
    private final OptionalInt reopenings;

    private CaseEffort(
            OptionalInt contacts,
            OptionalInt handOffs,
            OptionalInt handBacks,
            OptionalInt channelSwitches,
            OptionalInt reopenings) {
        this.contacts = atLeastZero(contacts, "contacts");
        this.handOffs = atLeastZero(handOffs, "hand-offs");
        this.handBacks = atLeastZero(handBacks, "hand-backs");
        this.channelSwitches = atLeastZero(channelSwitches, "channel switches");
        this.reopenings = atLeastZero(reopenings, "reopenings");
        checkAtMost(handBacks, "hand-backs", Math.max(0, handOffs.orElse(Integer.MAX_VALUE) - 1));
        checkAtMost(channelSwitches, "channel switches", Math.max(0, contacts.orElse(Integer.MAX_VALUE) - 1));
    }

    private static OptionalInt atLeastZero(OptionalInt count, String name) {
        if (count.orElse(0) < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but was " + count.orElseThrow());
        }
        return count;
    }

    private static void checkAtMost(OptionalInt count, String name, int bound) {
        if (count.orElse(0) > bound) {
            throw new IllegalArgumentException(name + " must be in [0, " + bound + "], but was " + count.orElseThrow());
        }
    }

    /**
     * Returns the effort of a case of which nothing is known yet; say what is known with {@code with…}.
     *
     * @return the effort, all counts empty
     */
    public static CaseEffort nothingKnown() {
        return NOTHING_KNOWN;
    }

    /**
     * Returns the effort that the events of a case show.
     *
     * @param timeline the case
     * @return the effort; hand-offs, hand-backs and channel switches may be empty
     */
    public static CaseEffort from(CaseTimeline timeline) {
        List<CaseEvent> contacts =
                timeline.events().stream().filter(CaseTimeline::isContact).toList();
        Optional<List<String>> persons = toldApart(timeline.events().stream()
                .filter(event -> event.kind() == Kind.ASSIGNED || event.kind() == Kind.REPLIED)
                .filter(CaseTimeline::isPersons)
                .flatMap(event -> event.handler().stream())
                .toList());
        return new CaseEffort(
                OptionalInt.of(contacts.size()),
                persons.map(CaseEffort::changes).map(OptionalInt::of).orElse(OptionalInt.empty()),
                persons.map(CaseEffort::returns).map(OptionalInt::of).orElse(OptionalInt.empty()),
                switches(contacts),
                OptionalInt.of(timeline.resolutionByCycle().size() - 1));
    }

    private static Optional<List<String>> toldApart(List<Handler> persons) {
        if (persons.size() < 2) {
            return Optional.of(List.of());
        }
        List<String> ids = known(persons, Handler::id);
        List<String> told = ids.size() == persons.size() ? ids : known(persons, Handler::team);
        return Optional.of(told).filter(names -> names.size() == persons.size());
    }

    private static <T, V> List<V> known(List<T> all, Function<T, Optional<V>> value) {
        return all.stream().flatMap(each -> value.apply(each).stream()).toList();
    }

    private static OptionalInt switches(List<CaseEvent> contacts) {
        List<Channel> channels = known(contacts, CaseEvent::channel);
        return contacts.size() > 1 && channels.size() < 2 ? OptionalInt.empty() : OptionalInt.of(changes(channels));
    }

    private static int changes(List<?> steps) {
        int changes = 0;
        for (int i = 1; i < steps.size(); i++) {
            changes += steps.get(i).equals(steps.get(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    private static int returns(List<String> steps) {
        int returns = 0;
        Set<String> before = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean isNew = before.add(steps.get(i));
            returns += isNew || steps.get(i).equals(steps.get(i - 1)) ? 0 : 1;
        }
        return returns;
    }

    /**
     * Returns a copy with the number of contacts by the customer.
     *
     * @param count at least 0
     * @return the copy
     * @throws IllegalArgumentException if the count is negative or does not fit the channel switches
     */
    public CaseEffort withContacts(int count) {
        return new CaseEffort(OptionalInt.of(count), handOffs, handBacks, channelSwitches, reopenings);
    }

    /**
     * Returns a copy with the number of hand-offs.
     *
     * @param count at least 0
     * @return the copy
     * @throws IllegalArgumentException if the count is negative or does not fit the hand-backs
     */
    public CaseEffort withHandOffs(int count) {
        return new CaseEffort(contacts, OptionalInt.of(count), handBacks, channelSwitches, reopenings);
    }

    /**
     * Returns a copy with the number of hand-backs.
     *
     * @param count at least 0 and, where hand-offs are known, less than those, for the first goes to somebody new
     * @return the copy
     * @throws IllegalArgumentException if the count is out of these bounds
     */
    public CaseEffort withHandBacks(int count) {
        return new CaseEffort(contacts, handOffs, OptionalInt.of(count), channelSwitches, reopenings);
    }

    /**
     * Returns a copy with the number of channel switches.
     *
     * @param count at least 0 and, where contacts are known, less than those
     * @return the copy
     * @throws IllegalArgumentException if the count is out of these bounds
     */
    public CaseEffort withChannelSwitches(int count) {
        return new CaseEffort(contacts, handOffs, handBacks, OptionalInt.of(count), reopenings);
    }

    /**
     * Returns a copy with the number of reopenings.
     *
     * @param count at least 0
     * @return the copy
     * @throws IllegalArgumentException if the count is negative
     */
    public CaseEffort withReopenings(int count) {
        return new CaseEffort(contacts, handOffs, handBacks, channelSwitches, OptionalInt.of(count));
    }

    /**
     * Returns how often the customer got in touch about the case, its opening and reopenings by the customer included.
     *
     * @return 0 or more, empty if not known
     */
    public OptionalInt contacts() {
        return contacts;
    }

    /**
     * Returns how often the case passed from one person to another, by being assigned or answered.
     *
     * @return 0 or more, empty if not known
     */
    public OptionalInt handOffs() {
        return handOffs;
    }

    /**
     * Returns how many of the hand-offs went to somebody who had had the case before.
     *
     * @return 0 or more, empty if not known
     */
    public OptionalInt handBacks() {
        return handBacks;
    }

    /**
     * Returns how often the customer's contact came over another channel than the one before.
     *
     * @return 0 or more, empty if not known
     */
    public OptionalInt channelSwitches() {
        return channelSwitches;
    }

    /**
     * Returns how often the case was reopened, by either side.
     *
     * @return 0 or more, empty if not known
     */
    public OptionalInt reopenings() {
        return reopenings;
    }

    /**
     * Returns the counts in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public View view() {
        return new View(
                Optionals.orNull(contacts()),
                Optionals.orNull(handOffs()),
                Optionals.orNull(handBacks()),
                Optionals.orNull(channelSwitches()),
                Optionals.orNull(reopenings()));
    }

    /**
     * What a case cost, in plain values; null is not known.
     *
     * @param contacts how many contacts
     * @param handOffs how many hand-offs
     * @param handBacks how many hand-backs
     * @param channelSwitches how many channel switches
     * @param reopenings how many reopenings
     */
    public record View(
            @Nullable Integer contacts,
            @Nullable Integer handOffs,
            @Nullable Integer handBacks,
            @Nullable Integer channelSwitches,
            @Nullable Integer reopenings) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseEffort that
                && contacts.equals(that.contacts)
                && handOffs.equals(that.handOffs)
                && handBacks.equals(that.handBacks)
                && channelSwitches.equals(that.channelSwitches)
                && reopenings.equals(that.reopenings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(contacts, handOffs, handBacks, channelSwitches, reopenings);
    }

    /**
     * Shows the counts.
     *
     * @return for example {@code CaseEffort[contacts=2, handOffs=1, handBacks=0, channelSwitches=unknown, reopenings=0]}
     */
    @Override
    public String toString() {
        return "CaseEffort[contacts=" + shown(contacts) + ", handOffs=" + shown(handOffs) + ", handBacks="
                + shown(handBacks) + ", channelSwitches=" + shown(channelSwitches) + ", reopenings="
                + shown(reopenings) + "]";
    }

    private static String shown(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "unknown";
    }
}
