package io.github.cxkit.examples.csv;

/** A cell that is not what its column holds, so that its row is left out as a whole. */
public final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final String value;
    private final String shown;

    /** The reason is the same for all such values of a column: bad rows are counted by it. */
    public BadValue(String column, String value, String reason) {
        this(column, value, Text.cell(value), reason);
    }

    private BadValue(String column, String value, String shown, String reason) {
        // No stack trace: a file may have millions of these.
        super(reason, null, false, false);
        this.column = column;
        this.value = value;
        this.shown = shown;
    }

    /** A value in words of our own, which are shown whole because nothing in them comes from the file but instants. */
    public static BadValue inWords(String column, String words, String reason) {
        return new BadValue(column, words, words, reason);
    }

    public String column() {
        return column;
    }

    public String value() {
        return value;
    }

    /** The value as a message may show it. */
    public String shown() {
        return shown;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
