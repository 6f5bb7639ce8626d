package io.github.cxkit.examples;

/** Ends a command with one line on standard error and an exit code, and without a stack trace. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The input cannot be read. */
    public static final int UNREADABLE = 1;
    /** The command was called in a way that it does not understand. */
    public static final int USAGE = 2;

    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /**
     * Returns a failure because of what was asked for.
     *
     * @param message one line
     * @return the failure
     */
    public static CommandFailure usage(String message) {
        return new CommandFailure(USAGE, message);
    }

    /**
     * Returns a failure because of the input.
     *
     * @param message one line
     * @return the failure
     */
    public static CommandFailure unreadable(String message) {
        return new CommandFailure(UNREADABLE, message);
    }

    /**
     * Returns the exit code.
     *
     * @return {@link #UNREADABLE} or {@link #USAGE}
     */
    public int exitCode() {
        return exitCode;
    }
}
