package io.github.cxkit.examples.csv;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which column is used for what, and remembers it for the report. */
public final class ColumnChoice {

    /** Stands in an option for "no column". */
    public static final String NONE = "none";

    private final Header header;
    private final List<Integer> namedInOptions;
    private final List<Use> uses = new ArrayList<>();
    private final BitSet indexes = new BitSet();

    /** What a column is used for, and why it was taken. */
    public record Use(String purpose, String column, String how) {}

    /** A column that an option names for one purpose is not taken for another because of its name. */
    public ColumnChoice(Header header, @Nullable String... namesInOptions) {
        this.header = header;
        this.namedInOptions = Stream.of(namesInOptions)
                .filter(Objects::nonNull)
                .flatMap(name -> header.find(String.valueOf(name)).stream())
                .toList();
    }

    /** The column that the option names or, where it was not given, the first of the usual names that there is. */
    public Optional<Integer> choose(String purpose, String option, @Nullable String name, List<String> usualNames) {
        if (NONE.equals(name)) {
            return Optional.empty();
        }
        if (name != null) {
            return Optional.of(take(purpose, option, header.require(name, option)));
        }
        return header.findFirst(usualNames)
                .filter(index -> !namedInOptions.contains(index))
                .map(index -> take(purpose, "found by its name", index));
    }

    /** The column that an option names. */
    public int require(String purpose, String option, String name) {
        return take(purpose, option, header.require(name, option));
    }

    private int take(String purpose, String how, int index) {
        uses.add(new Use(purpose, header.name(index), how));
        indexes.set(index);
        return index;
    }

    /** The columns in use. */
    public BitSet indexes() {
        return indexes;
    }

    public List<Use> uses() {
        return List.copyOf(uses);
    }
}
