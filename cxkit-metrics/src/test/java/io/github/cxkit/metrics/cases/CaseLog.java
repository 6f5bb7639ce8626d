package io.github.cxkit.metrics.cases;

import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.core.CaseId;
import io.github.cxkit.core.Channel;
import io.github.cxkit.core.Handler;
import io.github.cxkit.core.Party;
import io.github.cxkit.metrics.time.WaitSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the events of one case down, at hours and minutes of the first days of March 2026; 24:00 is the first hour of 2 March. */
final class CaseLog {

    static final Handler ANN = Handler.person().withId("ann");
    static final Handler BOB = Handler.person().withId("bob");

    private final CaseId id;
    private final List<CaseEvent> events = new ArrayList<>();

    private CaseLog(String id) {
        this.id = CaseId.of(id);
    }

    static CaseLog ofCase(String id) {
        return new CaseLog(id);
    }

    static CaseLog ofACase() {
        return ofCase("secret-case");
    }

    static Instant at(String time) {
        String[] parts = time.split(":", -1);
        return Instant.parse("2026-03-01T00:00:00Z")
                .plusSeconds(3600L * Integer.parseInt(parts[0]) + 60L * Integer.parseInt(parts[1]));
    }

    static WaitSpan waited(String from, String until) {
        return WaitSpan.between(at(from), at(until));
    }

    static WaitSpan waitingSince(String from) {
        return WaitSpan.since(at(from));
    }

    private CaseLog add(CaseEvent event) {
        events.add(event);
        return this;
    }

    CaseLog opened(String time, Party by) {
        return add(CaseEvent.opened(id, at(time), events.size(), by));
    }

    CaseLog contacted(String time) {
        return add(CaseEvent.contacted(id, at(time), events.size()));
    }

    CaseLog contacted(String time, Channel channel) {
        return add(CaseEvent.contacted(id, at(time), events.size()).withChannel(channel));
    }

    CaseLog replied(String time, Handler by) {
        return add(CaseEvent.replied(id, at(time), events.size(), by));
    }

    CaseLog replied(String time) {
        return replied(time, ANN);
    }

    CaseLog acknowledged(String time, Handler by) {
        return add(CaseEvent.acknowledged(id, at(time), events.size(), by));
    }

    CaseLog assigned(String time, Handler to) {
        return add(CaseEvent.assigned(id, at(time), events.size(), to));
    }

    CaseLog held(String time, Party by) {
        return add(CaseEvent.held(id, at(time), events.size(), by));
    }

    CaseLog held(String time) {
        return held(time, Party.COMPANY);
    }

    CaseLog resumed(String time, Party by) {
        return add(CaseEvent.resumed(id, at(time), events.size(), by));
    }

    CaseLog resumed(String time) {
        return resumed(time, Party.COMPANY);
    }

    CaseLog resolved(String time) {
        return add(CaseEvent.resolved(id, at(time), events.size(), Party.COMPANY));
    }

    CaseLog reopened(String time, Party by) {
        return add(CaseEvent.reopened(id, at(time), events.size(), by));
    }

    CaseLog reopened(String time) {
        return reopened(time, Party.CUSTOMER);
    }

    CaseLog closed(String time) {
        return add(CaseEvent.closed(id, at(time), events.size(), Party.COMPANY));
    }

    List<CaseEvent> events() {
        return List.copyOf(events);
    }

    CaseTimeline timeline() {
        return CaseTimeline.of(events);
    }

    List<WaitSpan> waits(CaseClock clock) {
        return clock.waits(timeline());
    }
}
