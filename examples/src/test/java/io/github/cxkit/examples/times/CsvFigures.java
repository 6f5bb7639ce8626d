package io.github.cxkit.examples.times;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.cxkit.examples.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The figures that one run wrote as CSV. */
record CsvFigures(Run run, List<NamedCsvRecord> rows) {

    /** Runs the command on a file with these lines. */
    static CsvFigures of(Path folder, List<String> lines, String... options) {
        List<String> args = new ArrayList<>(List.of(options));
        args.addAll(List.of("--format", "csv"));
        return of(times(folder, lines, args.toArray(String[]::new)));
    }

    static CsvFigures of(Run run) {
        return new CsvFigures(
                run, CsvReader.builder().ofNamedCsvRecord(run.out()).stream().toList());
    }

    /** Runs the command on a file with these lines, in whatever format. */
    static Run times(Path folder, List<String> lines, String... options) {
        Path file = folder.resolve("cases.csv");
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
        List<String> args = new ArrayList<>(List.of("times", file.toString()));
        args.addAll(List.of(options));
        return Run.cxkit(args.toArray(String[]::new));
    }

    /** The one row of a figure of all cases. */
    NamedCsvRecord all(String clock, String metric) {
        return row(clock, "", "all", metric);
    }

    /** The one row of a figure. */
    NamedCsvRecord row(String clock, String by, String group, String metric) {
        List<NamedCsvRecord> found = rows.stream()
                .filter(row -> row.getField("clock").equals(clock)
                        && row.getField("group_column").equals(by)
                        && row.getField("group").equals(group)
                        && row.getField("metric").equals(metric))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows of " + clock + ", " + by + ", " + group + ", " + metric
                    + "\n" + run.out() + run.err());
        }
        return found.get(0);
    }

    double value(String clock, String metric) {
        return number(all(clock, metric), "value");
    }

    long count(String clock, String metric) {
        return Long.parseLong(all(clock, metric).getField("counted"));
    }

    static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
