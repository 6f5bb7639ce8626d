package io.github.cxkit.examples.times;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.ColumnChoice;
import io.github.cxkit.examples.csv.Header;
import io.github.cxkit.examples.times.CaseRows.Cell;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name columns, and the reader that they make. */
final class ColumnOptions {

    private static final List<String> OPENED = List.of(
            "opened_at",
            "opened",
            "created_at",
            "created",
            "date_received",
            "received_at",
            "submitted_at",
            "open_date");
    private static final List<String> REPLIED =
            List.of("first_reply_at", "first_replied_at", "replied_at", "first_response_at", "first_responded_at");
    private static final List<String> RESOLVED = List.of("resolved_at", "resolved", "solved_at", "date_resolved");
    private static final List<String> CLOSED = List.of("closed_at", "closed", "date_closed");
    private static final List<String> CASE = List.of("case_id", "case", "ticket_id", "ticket", "case_number");
    private static final List<String> AT = List.of("at", "event_at", "occurred_at", "timestamp", "time");
    private static final List<String> KIND = List.of("kind", "event", "event_type", "event_kind");

    // Columns of a file of cases.
    @Option(names = "--opened", paramLabel = "COLUMN", order = 1, description = "When a case was opened.")
    private @Nullable String opened;

    @Option(
            names = "--replied",
            paramLabel = "COLUMN",
            order = 2,
            description = "When a person first replied; empty: not yet.")
    private @Nullable String replied;

    @Option(
            names = "--resolved",
            paramLabel = "COLUMN",
            order = 3,
            description = "When it was resolved; empty: not yet.")
    private @Nullable String resolved;

    @Option(
            names = "--closed",
            paramLabel = "COLUMN",
            order = 4,
            description = "When it was closed; closed without a resolution time is unknown, neither open nor zero.")
    private @Nullable String closed;

    @Option(
            names = "--hand-offs",
            paramLabel = "COLUMN",
            order = 5,
            description = "How often a case was handed on; usual name: reassignment_count.")
    private @Nullable String handOffs;

    @Option(
            names = "--reopenings",
            paramLabel = "COLUMN",
            order = 6,
            description = "How often it was reopened; usual name: reopen_count.")
    private @Nullable String reopenings;

    @Option(
            names = "--met",
            paramLabel = "COLUMN",
            order = 7,
            description =
                    "Whether a case kept its target, as the file says: yes/no, true/false or 1/0; empty: not decided.")
    private @Nullable String met;

    // Columns of a file of events.
    @Option(names = "--case", paramLabel = "COLUMN", order = 10, description = "The case of an event; never printed.")
    private @Nullable String caseId;

    @Option(names = "--at", paramLabel = "COLUMN", order = 11, description = "When an event happened.")
    private @Nullable String at;

    @Option(
            names = "--kind",
            paramLabel = "COLUMN",
            order = 12,
            description = "What happened: opened, contacted, replied, acknowledged, assigned, held, resumed, resolved, "
                    + "reopened or closed.")
    private @Nullable String kind;

    @Option(
            names = "--party",
            paramLabel = "COLUMN",
            order = 13,
            description =
                    "By whom: customer or company. Empty: opened and reopened by the customer, the rest as the kind says.")
    private @Nullable String party;

    @Option(
            names = "--handler-kind",
            paramLabel = "COLUMN",
            order = 14,
            description = "Who replied or was assigned: person or bot; empty: person.")
    private @Nullable String handlerKind;

    @Option(names = "--handler", paramLabel = "COLUMN", order = 15, description = "Which person; never printed.")
    private @Nullable String handlerId;

    @Option(names = "--team", paramLabel = "COLUMN", order = 16, description = "Which team.")
    private @Nullable String team;

    @Option(names = "--channel", paramLabel = "COLUMN", order = 17, description = "Over which channel.")
    private @Nullable String channel;

    @Option(
            names = "--sequence",
            paramLabel = "COLUMN",
            order = 18,
            description = "Numbers that order the events of the same instant; without them, the rows do.")
    private @Nullable String sequence;

    // Both.
    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            order = 20,
            description =
                    "Breaks everything down by the values of a column; repeatable. Of events, the first value in a case.")
    private List<String> by = new ArrayList<>();

    /** Made by the command line. */
    ColumnOptions() {}

    /**
     * A reader of rows, and what is known before the first of them.
     *
     * @param source the reader
     * @param events whether rows are events
     * @param usual the clocks that the columns allow to be shown without being asked for
     * @param byTitles the columns of the breakdowns
     * @param metColumn the column that says whether targets were kept
     * @param notes what must be known besides
     */
    record Chosen(
            CaseSource source,
            boolean events,
            List<Clock> usual,
            List<String> byTitles,
            Optional<String> metColumn,
            List<String> notes) {}

    boolean hasBy() {
        return !by.isEmpty();
    }

    boolean hasMet() {
        return met != null;
    }

    ColumnChoice columns(Header header) {
        return new ColumnChoice(
                header,
                opened,
                replied,
                resolved,
                closed,
                handOffs,
                reopenings,
                met,
                caseId,
                at,
                kind,
                party,
                handlerKind,
                handlerId,
                team,
                channel,
                sequence);
    }

    /** Whether rows are events or cases is told by the columns that there are. */
    Chosen choose(Header header, ColumnChoice columns, ZoneId zone) {
        boolean caseOptions = Stream.of(opened, replied, resolved, closed, handOffs, reopenings, met)
                .anyMatch(name -> name != null);
        boolean eventOptions = Stream.of(caseId, at, kind, party, handlerKind, handlerId, team, channel, sequence)
                .anyMatch(name -> name != null);
        if (caseOptions && eventOptions) {
            throw CommandFailure.usage(
                    "columns of cases (--opened ... --met) and of events (--case ... --sequence) cannot "
                            + "be named together: a file has one row per case, or one row per event");
        }
        boolean looksLikeEvents = has(header, caseId, CASE) && has(header, at, AT) && has(header, kind, KIND);
        if (!caseOptions && (eventOptions || looksLikeEvents)) {
            return events(header, columns, zone);
        }
        if (!has(header, opened, OPENED)) {
            throw CommandFailure.usage(
                    "neither a time of opening nor events were found: name --opened (one row per case) "
                            + "or --case, --at and --kind (one row per event); " + header.describe());
        }
        return cases(header, columns, zone);
    }

    private static boolean has(Header header, @Nullable String named, List<String> usual) {
        return named != null || header.findFirst(usual).isPresent();
    }

    private Chosen cases(Header header, ColumnChoice columns, ZoneId zone) {
        InstantReader opening = time(header, columns, zone, "opened", "--opened", opened, OPENED)
                .orElseThrow(() -> CommandFailure.usage("--opened must name a column"));
        Optional<InstantReader> reply = time(header, columns, zone, "first reply", "--replied", replied, REPLIED);
        Optional<InstantReader> resolution = time(header, columns, zone, "resolved", "--resolved", resolved, RESOLVED);
        Optional<InstantReader> closing = time(header, columns, zone, "closed", "--closed", closed, CLOSED);
        List<Clock> usual = new ArrayList<>();
        reply.ifPresent(column -> usual.add(Clock.FIRST_REPLY));
        resolution.ifPresent(column -> usual.add(Clock.RESOLUTION));
        if (usual.isEmpty()) {
            throw CommandFailure.usage(
                    "no column says when a case was answered or resolved: name one with --replied or " + "--resolved; "
                            + header.describe());
        }
        Optional<Cell> metCell =
                Optional.ofNullable(met).map(name -> cell(header, columns.require("target kept", "--met", name)));
        CaseRows.Columns chosen = new CaseRows.Columns(
                opening,
                reply,
                resolution,
                closing,
                cell(header, columns, "hand-offs", "--hand-offs", handOffs, List.of("reassignment_count")),
                cell(header, columns, "reopenings", "--reopenings", reopenings, List.of("reopen_count")),
                metCell,
                breakdowns(columns));
        return new Chosen(
                new CaseRows(header.size(), chosen),
                false,
                List.copyOf(usual),
                titles(chosen.by(), header),
                metCell.map(Cell::column),
                List.of());
    }

    private Chosen events(Header header, ColumnChoice columns, ZoneId zone) {
        Optional<Cell> id = cell(header, columns, "case", "--case", caseId, CASE);
        Optional<InstantReader> instant = time(header, columns, zone, "time", "--at", at, AT);
        Optional<Cell> what = cell(header, columns, "kind", "--kind", kind, KIND);
        if (id.isEmpty() || instant.isEmpty() || what.isEmpty()) {
            throw CommandFailure.usage(
                    "a file of events needs a case, a time and a kind: name --case, --at and --kind; "
                            + header.describe());
        }
        Optional<Cell> numbers = cell(header, columns, "sequence", "--sequence", sequence, List.of("sequence", "seq"));
        EventRows.Columns chosen = new EventRows.Columns(
                id.get(),
                instant.get(),
                what.get(),
                cell(header, columns, "party", "--party", party, List.of("party", "by")),
                cell(header, columns, "handler kind", "--handler-kind", handlerKind, List.of("handler_kind")),
                cell(header, columns, "handler", "--handler", handlerId, List.of("handler_id", "handler", "agent_id")),
                cell(header, columns, "team", "--team", team, List.of("team", "handler_team")),
                cell(header, columns, "channel", "--channel", channel, List.of("channel")),
                numbers,
                breakdowns(columns));
        return new Chosen(
                new EventRows(header.size(), chosen),
                true,
                List.of(Clock.FIRST_REPLY, Clock.RESOLUTION),
                titles(chosen.by(), header),
                Optional.empty(),
                numbers.isPresent()
                        ? List.of()
                        : List.of(
                                "There is no column of sequence numbers: events of the same instant are taken to have "
                                        + "happened in the order of the rows."));
    }

    private static Optional<InstantReader> time(
            Header header,
            ColumnChoice columns,
            ZoneId zone,
            String purpose,
            String option,
            @Nullable String name,
            List<String> usual) {
        return columns.choose(purpose, option, name, usual)
                .map(index -> new InstantReader(header.name(index), index, zone));
    }

    private static Optional<Cell> cell(
            Header header,
            ColumnChoice columns,
            String purpose,
            String option,
            @Nullable String name,
            List<String> usual) {
        return columns.choose(purpose, option, name, usual).map(index -> cell(header, index));
    }

    private static Cell cell(Header header, int index) {
        return new Cell(header.name(index), index);
    }

    private List<Integer> breakdowns(ColumnChoice columns) {
        return by.stream()
                .map(name -> columns.require("by", "--by", name))
                .distinct()
                .toList();
    }

    private static List<String> titles(List<Integer> breakdowns, Header header) {
        return breakdowns.stream().map(header::name).toList();
    }
}
