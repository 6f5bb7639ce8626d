package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.Run;
import io.github.cxkit.examples.report.JsonMaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs of the command, and what is looked up in what they print. */
final class RecoveryRun {

    private RecoveryRun() {}

    static Run sample(String... options) {
        List<String> args = new ArrayList<>(List.of("recovery"));
        args.addAll(List.of(options));
        return Run.cxkit(args.toArray(String[]::new));
    }

    static Run lines(Path folder, List<String> lines, String... options) {
        Path file = folder.resolve("cases.csv");
        try {
            Files.write(file, lines);
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
        List<String> args = new ArrayList<>(List.of("recovery", file.toString()));
        args.addAll(List.of(options));
        return Run.cxkit(args.toArray(String[]::new));
    }

    static Map<String, Object> json(Run run) {
        return JsonMaps.object(run.out());
    }

    /** A cell of CSV output, by the names of its row and its column. */
    static String cell(Run run, String by, String group, String figure, String column) {
        List<String> header =
                Arrays.asList(run.out().lines().findFirst().orElseThrow().split(",", -1));
        String start = by + "," + group + "," + figure + ",";
        List<String> rows =
                run.out().lines().filter(line -> line.startsWith(start)).toList();
        if (rows.size() != 1 || !header.contains(column)) {
            throw new AssertionError(rows.size() + " rows begin with " + start + "\n" + run.out() + run.err());
        }
        return rows.get(0).split(",", -1)[header.indexOf(column)];
    }

    static double number(Run run, String by, String group, String figure, String column) {
        return Double.parseDouble(cell(run, by, group, figure, column));
    }
}
