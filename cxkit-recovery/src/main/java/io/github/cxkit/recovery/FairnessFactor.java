package io.github.cxkit.recovery;

/** What a case can lose points for: a piece of {@link Evidence}, or a {@link FairnessCap} on a whole dimension. */
public sealed interface FairnessFactor permits Evidence, FairnessCap {

    /**
     * Returns the dimension that it bears on.
     *
     * @return the dimension
     */
    FairnessDimension dimension();

    /**
     * Returns its name for display.
     *
     * @return for example {@code first response}
     */
    String label();
}
