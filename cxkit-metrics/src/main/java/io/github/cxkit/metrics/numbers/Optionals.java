package io.github.cxkit.metrics.numbers;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Reads rows in which values may be missing. */
public final class Optionals {

    private Optionals() {}

    public static <T> Table.Reader<T> reader(List<? extends Function<? super T, OptionalDouble>> columns) {
        return (row, into) -> {
            boolean complete = true;
            for (int column = 0; column < into.length; column++) {
                OptionalDouble value = columns.get(column).apply(row);
                complete &= value.isPresent();
                into[column] = value.orElse(0);
            }
            return complete;
        };
    }
}
