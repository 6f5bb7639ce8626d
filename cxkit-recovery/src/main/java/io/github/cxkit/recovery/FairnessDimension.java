package io.github.cxkit.recovery;

/**
 * The three ways in which a customer judges whether a failure was put right fairly: the procedural, interactional and distributive justice of the
 * literature.
 *
 * @see <a href="https://doi.org/10.1177/002224299806200205">Tax, Brown and Chandrashekaran (1998)</a>
 */
public enum FairnessDimension {
    /** Procedural justice: how the case was run, its reach, effort and time. The facts are a {@link Handling}. */
    PROCESS("Was it easy to reach the right person? How much effort did it cost me? How long?", "procedural justice"),
    /** Interactional justice: how the customer was met, with empathy, courtesy, an explanation, honesty. The facts are a {@link Treatment}. */
    INTERACTION("How was I met: with empathy, courtesy, an explanation, honesty?", "interactional justice"),
    /** Distributive justice: what the customer got for what it cost them. The facts are a {@link Redress}. */
    COMPENSATION("Is the outcome enough for what it cost me in money, time and trouble?", "distributive justice");

    private final String question;
    private final String literature;

    FairnessDimension(String question, String literature) {
        this.question = question;
        this.literature = literature;
    }

    /**
     * Returns what the customer asks.
     *
     * @return the question, in the customer's words
     */
    public String question() {
        return question;
    }

    /**
     * Returns the name of this dimension in the research literature.
     *
     * @return the name
     */
    public String literature() {
        return literature;
    }
}
