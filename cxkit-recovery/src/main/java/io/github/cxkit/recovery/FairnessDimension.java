package io.github.cxkit.recovery;

/** The three ways in which a customer judges whether a failure was put right fairly. */
public enum FairnessDimension {
    /** How the case was run: reach, effort, time. */
    PROCESS("Was it easy to reach the right person? How much effort did it cost me? How long?", "procedural justice"),
    /** How the customer was met: empathy, courtesy, explanation, honesty. */
    INTERACTION("How was I met: with empathy, courtesy, an explanation, honesty?", "interactional justice"),
    /** What the customer got for what it cost them. */
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
