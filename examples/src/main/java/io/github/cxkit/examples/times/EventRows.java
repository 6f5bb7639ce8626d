package io.github.cxkit.examples.times;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseEvent.Kind;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Channel;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import io.github.cxkit.metrics.cases.CaseTimeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file with one row per event of a case. */
final class EventRows extends CaseSource {

    private final Columns columns;
    private final Map<String, List<Event>> eventsByCase = new LinkedHashMap<>();
    /** The cases of which a row was left out: their clocks are not known. */
    private final Set<String> incomplete = new HashSet<>();

    private long casesLeftOut;

    EventRows(int fields, Columns columns) {
        super(fields);
        this.columns = columns;
    }

    /**
     * Which column says what; all but the first three may be missing.
     *
     * @param caseId the case
     * @param at when it happened
     * @param kind what happened
     * @param party customer or company
     * @param handlerKind person or bot
     * @param handlerId who of the company
     * @param team which team of the company
     * @param channel over which channel
     * @param sequence the order of events of the same instant
     * @param by the breakdowns
     */
    record Columns(
            CaseRows.Cell caseId,
            InstantReader at,
            CaseRows.Cell kind,
            Optional<CaseRows.Cell> party,
            Optional<CaseRows.Cell> handlerKind,
            Optional<CaseRows.Cell> handlerId,
            Optional<CaseRows.Cell> team,
            Optional<CaseRows.Cell> channel,
            Optional<CaseRows.Cell> sequence,
            List<Integer> by) {}

    /** An event, where it stands, and the cells of the breakdowns. */
    private record Event(long line, CaseEvent event, List<String> groups) {}

    @Override
    void read(Row row) throws BadValue {
        String id = row.text(columns.caseId().index());
        if (id.isBlank()) {
            throw new BadValue(columns.caseId().column(), "", "empty, so that the case is not known");
        }
        CaseEvent event = event(row, CaseId.of(id));
        List<String> groups = columns.by().stream().map(row::text).toList();
        eventsByCase.computeIfAbsent(id, newCase -> new ArrayList<>()).add(new Event(row.line(), event, groups));
    }

    @Override
    void leftOut(Row row) {
        int index = columns.caseId().index();
        if (index < row.size() && !row.text(index).isBlank()) {
            incomplete.add(row.text(index));
        }
    }

    @Override
    long casesLeftOut() {
        return casesLeftOut;
    }

    private CaseEvent event(Row row, CaseId id) throws BadValue {
        Instant at = columns.at().require(row);
        Kind kind = kind(row);
        long sequence = sequence(row);
        CaseEvent event = switch (kind) {
            case OPENED -> CaseEvent.opened(id, at, sequence, party(row, Party.CUSTOMER));
            case REOPENED -> CaseEvent.reopened(id, at, sequence, party(row, Party.CUSTOMER));
            case RESOLVED -> CaseEvent.resolved(id, at, sequence, party(row, Party.COMPANY));
            case HELD -> CaseEvent.held(id, at, sequence, party(row, Party.COMPANY));
            case RESUMED -> CaseEvent.resumed(id, at, sequence, party(row, Party.COMPANY));
            case CLOSED -> CaseEvent.closed(id, at, sequence, party(row, Party.COMPANY));
            case CONTACTED -> {
                requireParty(row, Party.CUSTOMER, kind);
                yield CaseEvent.contacted(id, at, sequence);
            }
            case REPLIED -> {
                requireParty(row, Party.COMPANY, kind);
                yield CaseEvent.replied(id, at, sequence, handler(row));
            }
            case ACKNOWLEDGED -> {
                requireParty(row, Party.COMPANY, kind);
                yield CaseEvent.acknowledged(id, at, sequence, handler(row));
            }
            case ASSIGNED -> {
                requireParty(row, Party.COMPANY, kind);
                yield CaseEvent.assigned(id, at, sequence, handler(row));
            }
        };
        String channel = text(columns.channel(), row);
        return channel.isBlank() ? event : event.withChannel(Channel.of(channel));
    }

    private Kind kind(Row row) throws BadValue {
        String text = row.text(columns.kind().index());
        for (Kind kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(text)) {
                return kind;
            }
        }
        throw new BadValue(
                columns.kind().column(),
                text,
                "not opened, contacted, replied, acknowledged, assigned, held, resumed, resolved, reopened or closed");
    }

    /** Without a column of numbers the order of the rows is that of events of the same instant. */
    private long sequence(Row row) throws BadValue {
        if (columns.sequence().isEmpty()) {
            return row.line();
        }
        String text = row.text(columns.sequence().get().index());
        if (!text.matches("\\d{1,18}")) {
            throw new BadValue(columns.sequence().get().column(), text, "not a number such as 1");
        }
        return Long.parseLong(text);
    }

    private Party party(Row row, Party unlessSaid) throws BadValue {
        String text = text(columns.party(), row);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> unlessSaid;
            case "customer" -> Party.CUSTOMER;
            case "company" -> Party.COMPANY;
            default -> throw new BadValue(columns.party().orElseThrow().column(), text, "not customer or company");
        };
    }

    private void requireParty(Row row, Party required, Kind kind) throws BadValue {
        if (party(row, required) != required) {
            throw new BadValue(
                    columns.party().orElseThrow().column(),
                    text(columns.party(), row),
                    kind.name().toLowerCase(Locale.ROOT) + " is what the "
                            + required.name().toLowerCase(Locale.ROOT) + " does");
        }
    }

    private Handler handler(Row row) throws BadValue {
        String kind = text(columns.handlerKind(), row);
        Handler handler = switch (kind.toLowerCase(Locale.ROOT)) {
            case "", "person" -> Handler.person();
            case "bot" -> Handler.bot();
            default -> throw new BadValue(columns.handlerKind().orElseThrow().column(), kind, "not person or bot");
        };
        String id = text(columns.handlerId(), row);
        String team = text(columns.team(), row);
        handler = id.isBlank() ? handler : handler.withId(id);
        return team.isBlank() ? handler : handler.withTeam(team);
    }

    private static String text(Optional<CaseRows.Cell> cell, Row row) {
        return cell.map(c -> row.text(c.index())).orElse("");
    }

    /** A case is left out with all its rows where one of them is, or where it cannot be, such as one that ends before it begins. */
    @Override
    List<CaseOnFile> cases() {
        List<CaseOnFile> cases = new ArrayList<>();
        casesLeftOut = incomplete.size();
        eventsByCase.forEach((id, events) -> {
            if (incomplete.contains(id)) {
                leaveOut(events, new BadValue("", "", "of a case with another row that is left out"));
                return;
            }
            try {
                CaseTimeline timeline =
                        CaseTimeline.of(events.stream().map(Event::event).toList());
                cases.add(new CaseOnFile(timeline, groups(events), Optional.empty(), Optional.empty()));
            } catch (IllegalArgumentException refused) {
                String why =
                        String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
                casesLeftOut++;
                leaveOut(
                        events,
                        BadValue.inWords(
                                columns.kind().column(),
                                columns.at().showAll(why),
                                "a case whose events contradict each other"));
            }
        });
        eventsByCase.clear();
        return cases;
    }

    private void leaveOut(List<Event> events, BadValue why) {
        badRows().add(events.get(0).line(), events.size(), why);
    }

    /** In each breakdown the first group that an event of the case names. */
    private List<String> groups(List<Event> events) {
        List<Event> inOrder = events.stream()
                .sorted(Comparator.comparing(Event::event, CaseEvent.ORDER))
                .toList();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < columns.by().size(); i++) {
            int breakdown = i;
            groups.add(inOrder.stream()
                    .map(event -> event.groups().get(breakdown))
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse(CaseOnFile.EMPTY));
        }
        return groups;
    }
}
