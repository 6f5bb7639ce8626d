package io.github.cxkit.examples.recovery;

import io.github.cxkit.core.Direction;
import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Header;
import io.github.cxkit.metrics.MetricUnit;
import io.github.cxkit.metrics.Quantity;
import io.github.cxkit.metrics.ShareMetric;
import java.util.Optional;

/**
 * What became of a case, in a column that changes no score: yes or no, a number, or one value among others.
 *
 * <p>Without a value in the option the first cell that says something decides between yes or no and numbers.
 */
final class Outcome {

    private final String column;
    private final int index;
    private final Optional<String> value;
    private Optional<Boolean> numbers = Optional.empty();

    private Outcome(String column, int index, Optional<String> value) {
        this.column = column;
        this.index = index;
        this.value = value;
    }

    /** Reads {@code disputed} and {@code status=refunded}; a column may have an equals sign in its name. */
    static Outcome of(String option, Header header) {
        int equals = header.find(option).isPresent() ? -1 : option.lastIndexOf('=');
        if (equals < 0) {
            int index = header.require(option, "--outcome");
            return new Outcome(header.name(index), index, Optional.empty());
        }
        String wanted = option.substring(equals + 1).strip();
        if (wanted.isEmpty()) {
            throw CommandFailure.usage("--outcome must be COLUMN or COLUMN=VALUE, but the value was empty");
        }
        int index = header.require(option.substring(0, equals).strip(), "--outcome");
        return new Outcome(header.name(index), index, Optional.of(wanted));
    }

    String column() {
        return column;
    }

    int index() {
        return index;
    }

    /** 1 or 0 for yes and no; the text says something. */
    double read(String text) throws BadValue {
        if (value.isPresent()) {
            return value.get().equalsIgnoreCase(text) ? 1 : 0;
        }
        Optional<Double> number = Cells.number(text);
        Optional<Boolean> yes = Cells.yesOrNo(text);
        if (numbers.isEmpty()) {
            if (number.isEmpty() && yes.isEmpty()) {
                throw new BadValue(column, text, "not yes or no, or a number");
            }
            numbers = Optional.of(number.isPresent());
        }
        if (numbers.get()) {
            return number.orElseThrow(() -> new BadValue(column, text, "not a number"));
        }
        return yes.orElseThrow(() -> new BadValue(column, text, "not yes or no")) ? 1 : 0;
    }

    /** Whether it is a mean of numbers; else it is a share. Known once all has been read. */
    boolean isNumber() {
        return numbers.orElse(false);
    }

    String name() {
        return isNumber() ? column + " (mean)" : column + " = " + value.orElse("yes");
    }

    /** As the thing that weights are fitted to. */
    String target() {
        return isNumber() ? column : name();
    }

    ShareMetric shareMetric() {
        return ShareMetric.higherIsBetter(name());
    }

    Quantity quantity() {
        return Quantity.of(name(), MetricUnit.of("the column's", "", 2), Direction.HIGHER_IS_BETTER);
    }
}
