package io.github.cxkit.examples.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rows were left out, and why. */
public final class BadRows {

    /** How many bad rows are shown one by one. */
    private static final int SHOWN = 5;

    private final Map<String, Long> byReason = new HashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private long count;

    /** One bad row: where it begins, and the first bad value in it. */
    public record Example(long line, String column, String value, String reason) {}

    public void add(long line, BadValue bad) {
        add(line, 1, bad);
    }

    /** Adds rows that are left out together, of which the first is shown. */
    public void add(long line, long rows, BadValue bad) {
        count += rows;
        byReason.merge((bad.column().isEmpty() ? "" : bad.column() + ": ") + bad.reason(), rows, Long::sum);
        if (examples.size() < SHOWN) {
            examples.add(new Example(line, bad.column(), bad.shown(), bad.reason()));
        }
    }

    public long count() {
        return count;
    }

    /** How many rows per reason, the most frequent first. */
    public Map<String, Long> byReason() {
        Map<String, Long> sorted = new LinkedHashMap<>();
        byReason.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> sorted.put(reason.getKey(), reason.getValue()));
        return sorted;
    }

    public List<Example> examples() {
        return examples;
    }
}
