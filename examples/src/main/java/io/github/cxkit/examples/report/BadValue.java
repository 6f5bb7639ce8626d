package io.github.cxkit.examples.report;

/** A cell that is not what its column holds, so that its row is left out as a whole. */
final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final String value;

    /** The reason is the same for all such values of a column: bad rows are counted by it. */
    BadValue(String column, String value, String reason) {
        // No stack trace: a file may have millions of these.
        super(reason, null, false, false);
        this.column = column;
        this.value = value;
    }

    String column() {
        return column;
    }

    String value() {
        return value;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
