package io.github.cxkit.examples.times;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import io.github.cxkit.metrics.cases.CaseEffort;
import io.github.cxkit.metrics.cases.CaseTimeline;
import io.github.cxkit.metrics.time.TargetAttainment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a file with one row per case: when it was opened, and when answered, resolved and closed. */
final class CaseRows extends CaseSource {

    private final Columns columns;
    private final List<CaseOnFile> cases = new ArrayList<>();

    CaseRows(int fields, Columns columns) {
        super(fields);
        this.columns = columns;
    }

    /**
     * Which column says what; all but the opening may be missing.
     *
     * @param opened when the customer opened the case
     * @param replied when a person first answered
     * @param resolved when it was resolved for the last time
     * @param closed when it was put away
     * @param handOffs how often it was handed on
     * @param reopenings how often it was reopened
     * @param met whether it kept its target
     * @param by the breakdowns
     */
    record Columns(
            InstantReader opened,
            Optional<InstantReader> replied,
            Optional<InstantReader> resolved,
            Optional<InstantReader> closed,
            Optional<Cell> handOffs,
            Optional<Cell> reopenings,
            Optional<Cell> met,
            List<Integer> by) {}

    /** A column by name and place. */
    record Cell(String column, int index) {}

    @Override
    void read(Row row) throws BadValue {
        Instant opened = columns.opened().require(row);
        CaseId id = CaseId.of(Long.toString(row.line())); // the file's own ids are not needed
        List<CaseEvent> events = new ArrayList<>();
        events.add(CaseEvent.opened(id, opened, 0, Party.CUSTOMER));
        end(columns.replied(), row, opened).ifPresent(at -> events.add(CaseEvent.replied(id, at, 1, Handler.person())));
        end(columns.resolved(), row, opened).ifPresent(at -> events.add(CaseEvent.resolved(id, at, 2, Party.COMPANY)));
        end(columns.closed(), row, opened).ifPresent(at -> events.add(CaseEvent.closed(id, at, 3, Party.COMPANY)));
        Optional<CaseEffort> effort = effort(row);
        Optional<TargetAttainment.Outcome> met = met(row);
        List<String> groups = columns.by().stream()
                .map(index -> row.text(index).isEmpty() ? CaseOnFile.EMPTY : row.text(index))
                .toList();
        cases.add(new CaseOnFile(CaseTimeline.of(events), groups, effort, met));
    }

    private Optional<Instant> end(Optional<InstantReader> reader, Row row, Instant opened) throws BadValue {
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> end = reader.get().read(row);
        if (end.isPresent() && end.get().isBefore(opened)) {
            throw BadValue.inWords(
                    reader.get().column(),
                    reader.get().show(end.get()) + ", " + columns.opened().column() + " "
                            + columns.opened().show(opened),
                    "before " + columns.opened().column());
        }
        return end;
    }

    private Optional<CaseEffort> effort(Row row) throws BadValue {
        if (columns.handOffs().isEmpty() && columns.reopenings().isEmpty()) {
            return Optional.empty();
        }
        CaseEffort effort = CaseEffort.nothingKnown();
        Optional<Integer> handOffs = count(columns.handOffs(), row);
        Optional<Integer> reopenings = count(columns.reopenings(), row);
        effort = handOffs.isPresent() ? effort.withHandOffs(handOffs.get()) : effort;
        return Optional.of(reopenings.isPresent() ? effort.withReopenings(reopenings.get()) : effort);
    }

    private static Optional<Integer> count(Optional<Cell> cell, Row row) throws BadValue {
        if (cell.isEmpty() || row.text(cell.get().index()).isEmpty()) {
            return Optional.empty();
        }
        String text = row.text(cell.get().index());
        if (!text.matches("\\d{1,9}")) {
            throw new BadValue(cell.get().column(), text, "not a count such as 0 or 3");
        }
        return Optional.of(Integer.valueOf(text));
    }

    private Optional<TargetAttainment.Outcome> met(Row row) throws BadValue {
        if (columns.met().isEmpty()) {
            return Optional.empty();
        }
        String text = row.text(columns.met().get().index());
        return Optional.of(
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "" -> TargetAttainment.Outcome.PENDING;
                    case "true", "yes", "y", "1", "met" -> TargetAttainment.Outcome.MET;
                    case "false", "no", "n", "0", "breached" -> TargetAttainment.Outcome.BREACHED;
                    default -> throw new BadValue(columns.met().get().column(), text, "not yes or no");
                });
    }

    @Override
    List<CaseOnFile> cases() {
        return cases;
    }
}
