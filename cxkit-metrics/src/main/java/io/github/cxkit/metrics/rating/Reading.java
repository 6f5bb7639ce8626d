package io.github.cxkit.metrics.rating;

/** How the counts on a rating scale are read as one number. */
public enum Reading {
    /** The share of positive answers minus the share of negative answers, as of an NPS. */
    NET,
    /** The share of answers at certain points, as of a CSAT top-2 box. */
    SHARE,
    /** The mean of a value per point, as of a mean rating. */
    MEAN
}
