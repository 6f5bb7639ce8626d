package io.github.cxkit.core;

/** The two sides of every interaction. */
public enum Party {
    /** The customer, or somebody on the customer's behalf. */
    CUSTOMER,
    /** The company: its people and its machines. */
    COMPANY
}
