package io.github.cxkit.metrics.numbers;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that may be missing: in rows, and in plain values, where absent is null. */
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

    public static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    public static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }

    public static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }
}
