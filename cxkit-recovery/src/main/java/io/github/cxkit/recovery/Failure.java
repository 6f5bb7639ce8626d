package io.github.cxkit.recovery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What went wrong, as far as it is known: which kind of failure, how bad, when, and whether the customer noticed.
 *
 * <pre>{@code
 * Failure.outcome().withSeverity(Failure.Severity.SEVERE).withReportedAt(nineOClock);
 * }</pre>
 *
 * <p>Kind and severity make cases comparable; they are no evidence of how fairly a case was handled and do not change its score.
 */
public final class Failure {

    /** The two kinds of failure. */
    public enum Kind {
        /** The customer did not get what was due: wrong goods, a missing delivery, a wrong sum. */
        OUTCOME,
        /** The customer got it in a bad way: slowly, rudely, after much trouble. */
        PROCESS
    }

    /** How bad a failure was, in the caller's judgement. */
    public enum Severity {
        /** A nuisance. */
        MINOR,
        /** It cost the customer something. */
        MODERATE,
        /** It did lasting or large harm. */
        SEVERE
    }

    private final Optional<Kind> kind;
    private final Optional<Severity> severity;
    private final Optional<Instant> happenedAt;
    private final Optional<Instant> reportedAt;
    private final Optional<Boolean> noticed;

    private Failure(
            Optional<Kind> kind,
            Optional<Severity> severity,
            Optional<Instant> happenedAt,
            Optional<Instant> reportedAt,
            Optional<Boolean> noticed) {
        this.kind = kind;
        this.severity = severity;
        this.happenedAt = happenedAt;
        this.reportedAt = reportedAt;
        this.noticed = noticed;
        if (happenedAt.isPresent() && reportedAt.isPresent() && reportedAt.get().isBefore(happenedAt.get())) {
            throw new IllegalArgumentException("failure must be reported at " + happenedAt.get()
                    + ", when it happened, or later, but was reported at " + reportedAt.get());
        }
    }

    private static Failure of(Optional<Kind> kind) {
        return new Failure(kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns a failure in what the customer got.
     *
     * @return the failure, of which nothing else is known yet
     */
    public static Failure outcome() {
        return of(Optional.of(Kind.OUTCOME));
    }

    /**
     * Returns a failure in how the customer got it.
     *
     * @return the failure, of which nothing else is known yet
     */
    public static Failure process() {
        return of(Optional.of(Kind.PROCESS));
    }

    /**
     * Returns a failure whose kind is not known.
     *
     * @return the failure, of which nothing is known yet
     */
    public static Failure unclassified() {
        return of(Optional.empty());
    }

    /**
     * Returns a copy that says how bad it was.
     *
     * @param newSeverity the severity
     * @return the copy
     */
    public Failure withSeverity(Severity newSeverity) {
        return new Failure(
                kind, Optional.of(Objects.requireNonNull(newSeverity, "severity")), happenedAt, reportedAt, noticed);
    }

    /**
     * Returns a copy that says when it happened.
     *
     * @param at when
     * @return the copy
     * @throws IllegalArgumentException if it was reported before that
     */
    public Failure withHappenedAt(Instant at) {
        return new Failure(kind, severity, Optional.of(Objects.requireNonNull(at, "happenedAt")), reportedAt, noticed);
    }

    /**
     * Returns a copy that says when the customer reported it; response and resolution times run from then on.
     *
     * @param at when
     * @return the copy
     * @throws IllegalArgumentException if it happened after that
     */
    public Failure withReportedAt(Instant at) {
        return new Failure(kind, severity, happenedAt, Optional.of(Objects.requireNonNull(at, "reportedAt")), noticed);
    }

    /**
     * Returns a copy that says whether the customer noticed it. Where the customer did not, an apology is not called for.
     *
     * @param newNoticed whether the customer noticed
     * @return the copy
     */
    public Failure withNoticed(boolean newNoticed) {
        return new Failure(kind, severity, happenedAt, reportedAt, Optional.of(newNoticed));
    }

    /**
     * Returns which kind of failure it was.
     *
     * @return the kind, if known
     */
    public Optional<Kind> kind() {
        return kind;
    }

    /**
     * Returns how bad it was.
     *
     * @return the severity, if known
     */
    public Optional<Severity> severity() {
        return severity;
    }

    /**
     * Returns when it happened.
     *
     * @return the instant, if known
     */
    public Optional<Instant> happenedAt() {
        return happenedAt;
    }

    /**
     * Returns when the customer reported it.
     *
     * @return the instant, if stated
     */
    public Optional<Instant> reportedAt() {
        return reportedAt;
    }

    /**
     * Returns whether the customer noticed it.
     *
     * @return true or false, if known
     */
    public Optional<Boolean> noticed() {
        return noticed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Failure that
                && kind.equals(that.kind)
                && severity.equals(that.severity)
                && happenedAt.equals(that.happenedAt)
                && reportedAt.equals(that.reportedAt)
                && noticed.equals(that.noticed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, severity, happenedAt, reportedAt, noticed);
    }

    /**
     * Returns kind and severity.
     *
     * @return for example {@code Failure[OUTCOME, SEVERE]}
     */
    @Override
    public String toString() {
        return "Failure[" + kind.map(Kind::name).orElse("unclassified")
                + severity.map(s -> ", " + s).orElse("") + "]";
    }
}
