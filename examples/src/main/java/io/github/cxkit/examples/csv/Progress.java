package io.github.cxkit.examples.csv;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Says on standard error, about twice a second, how many rows have been read. */
public final class Progress {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    /** The clock is read once for so many rows. */
    private static final long ROWS_PER_LOOK = 1 << 13;

    private final PrintWriter err;
    private final boolean shown;
    private long rows;
    private long next = System.nanoTime() + INTERVAL;
    private boolean begun;

    public Progress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Whether a person is watching: from JDK 22 on there is a console even where nobody is. */
    @SuppressWarnings("SystemConsoleNull") // null up to JDK 21; asked further from then on
    public static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJdk22) {
            return true;
        }
    }

    public void row() {
        if (++rows % ROWS_PER_LOOK == 0 && shown && System.nanoTime() - next >= 0) {
            print();
            next = System.nanoTime() + INTERVAL;
        }
    }

    /** Leaves the line as it was. */
    public void end() {
        if (begun) {
            err.print("\r" + " ".repeat(40) + "\r");
            err.flush();
        }
    }

    private void print() {
        begun = true;
        err.print("\r" + rows + " rows read");
        err.flush();
    }
}
