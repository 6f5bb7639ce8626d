package io.github.cxkit.metrics.respondents;

/**
 * What counts where one customer gave several answers. There is no default, for the choice moves the score.
 *
 * <p>Answers of one customer resemble each other. Where each customer answers four times and the correlation of the answers is 0.5, a
 * 95 % interval that takes them for independent covers the truth in 80 % of the cases.
 */
public enum RepeatPolicy {
    /** The earliest answer of each customer; of several at one instant the worst, and of those the one of least weight. */
    FIRST,
    /** The latest answer of each customer; of several at one instant the worst, and of those the one of least weight. */
    LATEST,
    /** Every answer, with an uncertainty that knows which answers belong to one customer: a {@link ClusteredScore}. */
    ALL
}
