package io.github.cxkit.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one run of the program gave back. */
public record Run(int exitCode, String out, String err) {

    /** Runs the program. */
    public static Run cxkit(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Cxkit.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(exitCode, withPlainLineEnds(out), withPlainLineEnds(err));
    }

    private static String withPlainLineEnds(StringWriter written) {
        return written.toString().replace(System.lineSeparator(), "\n");
    }

    /** Runs a report on a file with these lines. */
    public static Run report(Path folder, List<String> lines, String... options) {
        return report(folder, String.join("\n", lines) + "\n", StandardCharsets.UTF_8, options);
    }

    /** Runs a report on a file with this text. */
    public static Run report(Path folder, String text, Charset encoding, String... options) {
        Path file = folder.resolve("survey.csv");
        try {
            Files.writeString(file, text, encoding);
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
        String[] args = new String[options.length + 2];
        args[0] = "report";
        args[1] = file.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return cxkit(args);
    }

    /** The one row of CSV output for a group and a metric, as cells. */
    public List<String> csvRow(String groupColumn, String group, String metric) {
        String start = groupColumn + "," + group + "," + metric + ",";
        List<String> rows = out.lines().filter(line -> line.startsWith(start)).toList();
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows begin with " + start + "\n" + out + err);
        }
        return CsvReader.builder().ofCsvRecord(rows.get(0)).stream()
                .findFirst()
                .orElseThrow()
                .getFields();
    }

    /** The value in the CSV output. */
    public double value(String groupColumn, String group, String metric) {
        return Double.parseDouble(csvRow(groupColumn, group, metric).get(3));
    }

    /** The number of answers in the CSV output. */
    public long n(String groupColumn, String group, String metric) {
        return Long.parseLong(csvRow(groupColumn, group, metric).get(8));
    }
}
