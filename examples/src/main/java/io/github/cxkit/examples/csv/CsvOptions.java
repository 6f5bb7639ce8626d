package io.github.cxkit.examples.csv;

import io.github.cxkit.examples.CommandFailure;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that all commands have in common: which file, how it is read, and how many bad rows are put up with. */
public final class CsvOptions {

    private static final int TOO_MANY_BAD_ROWS = 3;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The CSV file; without one, a bundled, made-up sample.")
    private @Nullable Path file;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            converter = CsvConverters.ToCharset.class,
            order = 901,
            description = "Encoding of the file. Default: ${DEFAULT-VALUE}")
    private Charset encoding = Charset.defaultCharset();

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            defaultValue = ",",
            order = 902,
            description = "Stands between two fields; \"tab\" for a tabulator. Default: ${DEFAULT-VALUE}")
    private String separator = ",";

    @Option(
            names = "--max-bad",
            paramLabel = "N|N%",
            defaultValue = "1%",
            converter = CsvConverters.ToMaxBad.class,
            order = 903,
            description = "How many rows may be left out, before the exit code is 3. Default: 1%%")
    private @Nullable MaxBad maxBad;

    @Option(
            names = "--progress",
            negatable = true,
            order = 904,
            description = "Says how many rows have been read, or does not. Default: only where somebody is watching")
    private @Nullable Boolean progress;

    /** Made by the command line. */
    public CsvOptions() {}

    /** Opens the file that was named or, without one, the sample. */
    public CsvFile open(String sampleName, Supplier<InputStream> sample) {
        Path named = file;
        return named == null
                ? CsvFile.sample(sampleName, sample.get())
                : CsvFile.open(named, encoding, separatorCharacter());
    }

    /** Hands over all rows, of which only these columns have a text, and shows how far it is. */
    public void forEachRow(CsvFile open, BitSet columns, PrintWriter err, Consumer<Row> action) {
        Progress shown = new Progress(err, progress == null ? Progress.isWatched() : progress);
        try {
            open.forEachRow(columns, row -> {
                action.accept(row);
                shown.row();
            });
        } finally {
            shown.end();
        }
    }

    /** How many bad rows are put up with. */
    public MaxBad maxBad() {
        return Objects.requireNonNull(maxBad);
    }

    /** The exit code of a report that is written: 0, or 3 and a line on standard error where too many rows were left out. */
    public int exitCode(BadRows bad, long rows, PrintWriter out, PrintWriter err) {
        if (!maxBad().isExceeded(bad.count(), rows)) {
            return 0;
        }
        out.flush();
        err.println("cxkit: " + bad.count() + " of " + rows + " rows were left out, more than --max-bad " + maxBad()
                + "; the report says why.");
        return TOO_MANY_BAD_ROWS;
    }

    private char separatorCharacter() {
        String text = separator.equalsIgnoreCase("tab") || separator.equals("\\t") ? "\t" : separator;
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw CommandFailure.usage(
                    "--separator must be one character or \"tab\", but was \"" + Text.cell(separator) + "\"");
        }
        return text.charAt(0);
    }
}
