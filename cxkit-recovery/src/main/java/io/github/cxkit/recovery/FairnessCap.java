package io.github.cxkit.recovery;

/** What keeps a whole dimension down, however good the rest of it is. */
public enum FairnessCap implements CaseFairness.Factor {
    /** At least one {@link Violation} was reported: a wrong is more than the absence of a good. */
    VIOLATION(FairnessDimension.INTERACTION, "violation"),
    /** The core problem is known not to be fixed: no sum makes up for that. */
    CORE_PROBLEM_NOT_FIXED(FairnessDimension.COMPENSATION, "core problem not fixed");

    private final FairnessDimension dimension;
    private final String label;

    FairnessCap(FairnessDimension dimension, String label) {
        this.dimension = dimension;
        this.label = label;
    }

    @Override
    public FairnessDimension dimension() {
        return dimension;
    }

    @Override
    public String label() {
        return label;
    }
}
