package io.github.cxkit.examples.recovery;

import io.github.cxkit.recovery.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column can say of a case: its usual names, and the piece of evidence that a cell with "not applicable" takes out. */
enum Fact {
    FIRST_RESPONSE(Evidence.FIRST_RESPONSE, "first_response_hours", "first_response_minutes", "first_response_time"),
    EXPECTED_FIRST_RESPONSE(
            Evidence.FIRST_RESPONSE,
            "expected_first_response_hours",
            "expected_first_response_minutes",
            "target_first_response"),
    RESPONSE_IN_TIME(Evidence.FIRST_RESPONSE, "responded_in_time", "first_response_in_time", "timely"),
    RESOLUTION(Evidence.RESOLUTION, "resolution_hours", "resolution_minutes", "resolution_days", "resolution_time"),
    EXPECTED_RESOLUTION(
            Evidence.RESOLUTION,
            "expected_resolution_hours",
            "expected_resolution_minutes",
            "expected_resolution_days",
            "target_resolution"),
    RESOLVED_IN_TIME(Evidence.RESOLUTION, "resolution_in_time", "made_sla", "sla_met"),
    CONTACTS(Evidence.CONTACTS, "contact_count"),
    HAND_OFFS(Evidence.HAND_OFFS, "handoffs", "hand_off_count", "reassignments", "reassignment_count"),
    CHANNEL_SWITCHES(Evidence.HAND_OFFS, "channel_switch_count"),
    REOPENINGS(Evidence.REOPENINGS, "reopens", "reopen_count"),
    PROMISES_MADE(Evidence.PROMISES, "promises"),
    PROMISES_KEPT(Evidence.PROMISES),
    CHOICE_OFFERED(Evidence.CHOICE, "choice"),
    APOLOGY(Evidence.APOLOGY, "apologised", "apologized"),
    APOLOGY_EMPATHY(Evidence.APOLOGY),
    APOLOGY_INTENSITY(Evidence.APOLOGY),
    APOLOGY_TIMELINESS(Evidence.APOLOGY),
    COURTESY(Evidence.COURTESY),
    EFFORT(Evidence.EFFORT, "staff_effort"),
    EXPLANATION(Evidence.EXPLANATION),
    VIOLATIONS(null),
    NOTICED(null, "failure_noticed"),
    LOSS(Evidence.REDRESS, "loss_money"),
    LOSS_OUT_OF_POCKET(Evidence.REDRESS, "out_of_pocket"),
    LOSS_HOURS(Evidence.REDRESS),
    VALUE_OF_HOUR(null),
    LOSS_TROUBLE(Evidence.REDRESS),
    LOSS_KIND(null),
    COMPENSATION(Evidence.REDRESS, "compensation_value"),
    COMPENSATION_KIND(null),
    COMPENSATION_IMMEDIATE(null, "immediate"),
    CURRENCY(null),
    SERVICE_ACCEPTED(null, "service"),
    CORE_PROBLEM_FIXED(null, "problem_fixed");

    /** What the loss is the sum of. */
    static final List<Fact> LOSSES = List.of(LOSS, LOSS_OUT_OF_POCKET, LOSS_HOURS, LOSS_TROUBLE);

    private final Optional<Evidence> evidence;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final List<String> otherNames;

    Fact(@Nullable Evidence evidence, String... otherNames) {
        this.evidence = Optional.ofNullable(evidence);
        this.otherNames = List.of(otherNames);
    }

    /** Its name in the option and, in a file, its first usual name. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> usualNames() {
        return Stream.concat(Stream.of(key()), otherNames.stream()).toList();
    }

    /** The piece of evidence that it tells of; empty for what only puts another fact into context. */
    Optional<Evidence> evidence() {
        return evidence;
    }

    /** Whether it is a time, in the unit that the name of its column ends with. */
    boolean isTime() {
        return this == FIRST_RESPONSE
                || this == EXPECTED_FIRST_RESPONSE
                || this == RESOLUTION
                || this == EXPECTED_RESOLUTION;
    }

    static Optional<Fact> find(String key) {
        return Arrays.stream(values())
                .filter(fact -> fact.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String list() {
        return Arrays.stream(values()).map(Fact::key).collect(Collectors.joining(", "));
    }
}
