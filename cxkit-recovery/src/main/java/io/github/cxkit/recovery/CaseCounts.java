package io.github.cxkit.recovery;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.Channel;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the events of a case tell about its course; empty where they do not tell it. */
record CaseCounts(
        OptionalInt contacts,
        OptionalInt handOffs,
        OptionalInt channelSwitches,
        OptionalInt reopenings,
        Optional<Instant> firstContact,
        Optional<Duration> firstResponse,
        Optional<Duration> resolution) {

    /** Reads events in their order; the clocks start at the report, or else at the customer's first contact. */
    static CaseCounts of(List<CaseEvent> events, Optional<Instant> reportedAt) {
        List<CaseEvent> contacts = events.stream().filter(CaseCounts::isContact).toList();
        Optional<Instant> firstContact = contacts.stream().findFirst().map(CaseEvent::at);
        Optional<Instant> start = reportedAt.or(() -> firstContact);
        return new CaseCounts(
                contacts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(contacts.size()),
                handOffs(events),
                channelSwitches(contacts),
                events.isEmpty() ? OptionalInt.empty() : OptionalInt.of(count(events, CaseEvent.Kind.REOPENED)),
                firstContact,
                start.flatMap(from -> firstReply(events, reportedAt).map(at -> Duration.between(from, at))),
                start.flatMap(from -> resolution(events).map(at -> Duration.between(from, at)))
                        .filter(took -> reportedAt.isPresent() || !took.isNegative()));
    }

    private static boolean isContact(CaseEvent event) {
        return switch (event.kind()) {
            case CONTACTED, OPENED, REOPENED -> event.party() == Party.CUSTOMER;
            default -> false;
        };
    }

    private static int count(List<CaseEvent> events, CaseEvent.Kind kind) {
        return (int) events.stream().filter(event -> event.kind() == kind).count();
    }

    /** Empty without a person, or where two persons in succession cannot be told apart. */
    private static OptionalInt handOffs(List<CaseEvent> events) {
        List<Handler> persons = events.stream()
                .flatMap(event -> event.handler().stream())
                .filter(handler -> handler.kind() == Handler.Kind.PERSON)
                .toList();
        int handOffs = 0;
        for (int i = 1; i < persons.size(); i++) {
            Handler before = persons.get(i - 1);
            Handler after = persons.get(i);
            boolean byId = before.id().isPresent() && after.id().isPresent();
            if (!byId && (before.team().isEmpty() || after.team().isEmpty())) {
                return OptionalInt.empty();
            }
            boolean same = byId ? before.id().equals(after.id()) : before.team().equals(after.team());
            handOffs += same ? 0 : 1;
        }
        return persons.isEmpty() ? OptionalInt.empty() : OptionalInt.of(handOffs);
    }

    /** Contacts without a known channel are passed over; empty where fewer than two channels of several contacts are known. */
    private static OptionalInt channelSwitches(List<CaseEvent> contacts) {
        List<Channel> channels =
                contacts.stream().flatMap(contact -> contact.channel().stream()).toList();
        if (contacts.isEmpty() || (contacts.size() > 1 && channels.size() < 2)) {
            return OptionalInt.empty();
        }
        int switches = 0;
        for (int i = 1; i < channels.size(); i++) {
            switches += channels.get(i - 1).equals(channels.get(i)) ? 0 : 1;
        }
        return OptionalInt.of(switches);
    }

    private static Optional<Instant> firstReply(List<CaseEvent> events, Optional<Instant> reportedAt) {
        boolean contacted = false;
        for (CaseEvent event : events) {
            contacted |= isContact(event);
            boolean reported =
                    reportedAt.map(from -> !event.at().isBefore(from)).orElse(contacted);
            boolean byPerson = event.handler()
                    .map(handler -> handler.kind() == Handler.Kind.PERSON)
                    .orElse(false);
            if (reported && byPerson && event.kind() == CaseEvent.Kind.REPLIED) {
                return Optional.of(event.at());
            }
        }
        return Optional.empty();
    }

    /** The last resolution that was not reopened. */
    private static Optional<Instant> resolution(List<CaseEvent> events) {
        Optional<Instant> resolved = Optional.empty();
        for (CaseEvent event : events) {
            resolved = switch (event.kind()) {
                case RESOLVED -> Optional.of(event.at());
                case REOPENED -> Optional.empty();
                default -> resolved;
            };
        }
        return resolved;
    }
}
