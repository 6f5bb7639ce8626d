package io.github.cxkit.examples.csv;

/** A cell that is not what its column holds, so that its row is left out as a whole. */
public final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final String value;

    /** The reason is the same for all such values of a column: bad rows are counted by it. */
    public BadValue(String column, String value, String reason) {
        // No stack trace: a file may have millions of these.
        super(reason, null, false, false);
        this.column = column;
        this.value = value;
    }

    public String column() {
        return column;
    }

    public String value() {
        return value;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
