package io.github.cxkit.recovery;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.CaseEvent;
import io.github.cxkit.metrics.cases.CaseTimeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts behind a {@link RecoveryCase}; null is what is not known. Changed only on a fresh copy. */
final class CaseFacts {

    Failure failure;
    List<CaseEvent> events = List.of();

    @Nullable
    Promptness firstResponse;

    @Nullable
    Promptness resolution;

    @Nullable
    Integer contacts;

    @Nullable
    Integer handOffs;

    @Nullable
    Integer channelSwitches;

    @Nullable
    Integer reopenings;

    @Nullable
    Promises promises;

    @Nullable
    Boolean choiceOffered;

    @Nullable
    Apology apology;

    @Nullable
    Double courtesy;

    @Nullable
    Double effort;

    @Nullable
    Double explanation;

    @Nullable
    Set<Violation> violations;

    @Nullable
    Loss loss;

    @Nullable
    Compensation compensation;

    @Nullable
    Boolean serviceAccepted;

    @Nullable
    Boolean coreProblemFixed;

    @Nullable
    Double satisfaction;

    @Nullable
    Boolean customerKept;

    Map<PerceivedFairness.Item, Answer> answers = Map.of();
    Set<Evidence> notApplicable = EnumSet.noneOf(Evidence.class);

    CaseFacts(Failure failure) {
        this.failure = failure;
    }

    CaseFacts copy() {
        CaseFacts copy = new CaseFacts(failure);
        copy.events = events;
        copy.firstResponse = firstResponse;
        copy.resolution = resolution;
        copy.contacts = contacts;
        copy.handOffs = handOffs;
        copy.channelSwitches = channelSwitches;
        copy.reopenings = reopenings;
        copy.promises = promises;
        copy.choiceOffered = choiceOffered;
        copy.apology = apology;
        copy.courtesy = courtesy;
        copy.effort = effort;
        copy.explanation = explanation;
        copy.violations = violations;
        copy.loss = loss;
        copy.compensation = compensation;
        copy.serviceAccepted = serviceAccepted;
        copy.coreProblemFixed = coreProblemFixed;
        copy.satisfaction = satisfaction;
        copy.customerKept = customerKept;
        copy.answers = new LinkedHashMap<>(answers);
        copy.notApplicable = EnumSet.copyOf(notApplicable);
        return copy;
    }

    void setEvents(Collection<CaseEvent> newEvents) {
        events = newEvents.isEmpty() ? List.of() : CaseTimeline.of(newEvents).events();
    }

    /** Whether a fact of this evidence was stated, which contradicts that it does not apply. */
    private boolean isStated(Evidence evidence) {
        return switch (evidence) {
            case FIRST_RESPONSE -> firstResponse != null;
            case RESOLUTION -> resolution != null;
            case CONTACTS -> contacts != null;
            case HAND_OFFS -> handOffs != null || channelSwitches != null;
            case REOPENINGS -> reopenings != null;
            case PROMISES -> promises != null && promises.made() > 0;
            case CHOICE -> choiceOffered != null;
            case APOLOGY -> apology != null;
            case COURTESY -> courtesy != null;
            case EFFORT -> effort != null;
            case EXPLANATION -> explanation != null;
            case REDRESS -> loss != null && loss.amount().compareTo(BigDecimal.ZERO) > 0;
        };
    }

    /** Takes back what was stated of this evidence. */
    void forget(Evidence evidence) {
        notApplicable.remove(evidence);
        switch (evidence) {
            case FIRST_RESPONSE -> firstResponse = null;
            case RESOLUTION -> resolution = null;
            case CONTACTS -> contacts = null;
            case HAND_OFFS -> {
                handOffs = null;
                channelSwitches = null;
            }
            case REOPENINGS -> reopenings = null;
            case PROMISES -> promises = null;
            case CHOICE -> choiceOffered = null;
            case APOLOGY -> apology = null;
            case COURTESY -> courtesy = null;
            case EFFORT -> effort = null;
            case EXPLANATION -> explanation = null;
            case REDRESS -> compensation = null;
        }
    }

    /** Refuses facts that contradict one another, and returns what the events tell. */
    CaseCounts check() {
        CaseCounts told = CaseCounts.of(events, failure.reportedAt());
        agree("contacts", contacts, told.contacts());
        agree("hand-offs", handOffs, told.handOffs());
        agree("channel switches", channelSwitches, told.channelSwitches());
        agree("reopenings", reopenings, told.reopenings());
        agree("first response", firstResponse, told.firstResponse());
        agree("resolution", resolution, told.resolution());
        failure.reportedAt().ifPresent(reported -> {
            told.firstContact().filter(contact -> contact.isBefore(reported)).ifPresent(contact -> {
                throw new IllegalArgumentException("failure must be reported at the customer's first contact, "
                        + contact + ", or earlier, but was reported at " + reported);
            });
            told.resolution().filter(Duration::isNegative).ifPresent(took -> {
                throw new IllegalArgumentException("resolution must be at the report, " + reported
                        + ", or later, but was at " + reported.plus(took));
            });
        });
        if (loss != null && compensation != null) {
            Amounts.sameCurrency(loss.total(), compensation.value(), "compensation");
        }
        for (Evidence evidence : notApplicable) {
            if (isStated(evidence)) {
                throw new IllegalArgumentException(
                        evidence.label() + " must be stated or not applicable, but was both");
            }
        }
        if (notApplicable.size() == Evidence.values().length) {
            throw new IllegalArgumentException("at least one piece of evidence must apply, but none does");
        }
        return told;
    }

    private static void agree(String name, @Nullable Integer stated, OptionalInt told) {
        if (stated != null && told.isPresent() && told.getAsInt() != stated) {
            throw disagree(name, told.getAsInt(), stated);
        }
    }

    private static void agree(String name, @Nullable Promptness stated, Optional<Duration> told) {
        if (stated != null) {
            stated.took()
                    .filter(took -> told.isPresent() && !told.get().equals(took))
                    .ifPresent(took -> {
                        throw disagree(name + " time", told.get(), took);
                    });
        }
    }

    private static IllegalArgumentException disagree(String name, Object told, Object stated) {
        return new IllegalArgumentException(name + " must be " + told + " as the events tell, but was stated as "
                + stated + "\nMaybe state it only for cases without events.");
    }

    private List<@Nullable Object> all() {
        List<@Nullable Object> all =
                new ArrayList<>(Arrays.asList(failure, events, firstResponse, resolution, contacts));
        all.addAll(Arrays.asList(handOffs, channelSwitches, reopenings, promises, choiceOffered, apology, courtesy));
        all.addAll(Arrays.asList(effort, explanation, violations, loss, compensation, serviceAccepted));
        all.addAll(Arrays.asList(coreProblemFixed, satisfaction, customerKept, answers, notApplicable));
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CaseFacts that && all().equals(that.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }
}
