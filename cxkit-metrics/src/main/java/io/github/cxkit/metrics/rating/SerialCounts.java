package io.github.cxkit.metrics.rating;

import io.github.cxkit.core.Direction;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.numbers.StateReader;
import io.github.cxkit.metrics.rating.RatingMetric.Reading;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The serial form of {@link RatingCounts}: their longs and, of class counts, the definition. What is read back passes the same checks as {@link RatingCounts#fromLongs}.
 *
 * <p>Written piece by piece rather than as arrays, for an array is allocated by the length that a stream claims.
 */
final class SerialCounts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int OUTSIDE = 2;
    private static final int MOST_NAME_BYTES = 1 << 20;

    private transient @Nullable RatingCounts counts;

    SerialCounts(RatingCounts counts) {
        this.counts = counts;
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
        RatingCounts written = counts;
        if (written == null) {
            throw new InvalidObjectException("no counts");
        }
        long[] longs = written.toLongs();
        out.writeInt(longs.length);
        for (long number : longs) {
            out.writeLong(number);
        }
        RatingMetric definition = written.classesOf().orElse(null);
        out.writeBoolean(definition != null);
        if (definition != null) {
            write(definition, out);
        }
    }

    private static void write(RatingMetric definition, ObjectOutputStream out) throws IOException {
        byte[] name = definition.name().getBytes(StandardCharsets.UTF_8);
        out.writeInt(name.length);
        out.write(name);
        Scale scale = definition.scale();
        out.writeInt(scale.lowest());
        out.writeInt(scale.highest());
        out.writeBoolean(scale.direction() == Direction.HIGHER_IS_BETTER);
        out.writeBoolean(definition.reading() == Reading.NET);
        for (double value : definition.values()) {
            out.writeByte(Double.isNaN(value) ? OUTSIDE : (int) value);
        }
        out.writeBoolean(definition.direction() == Direction.HIGHER_IS_BETTER);
        out.writeDouble(definition.offset());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > CountsState.MOST_LONGS) {
            throw new InvalidObjectException(
                    "state must have at most " + CountsState.MOST_LONGS + " longs, but has " + length);
        }
        long[] longs = new long[length];
        for (int i = 0; i < length; i++) {
            longs[i] = in.readLong();
        }
        try {
            StateReader state = StateReader.of(longs);
            counts = in.readBoolean()
                    ? CountsState.readClasses(state, readDefinition(in))
                    : CountsState.readPoints(state, null);
        } catch (IllegalArgumentException notCounts) {
            InvalidObjectException invalid = new InvalidObjectException(notCounts.getMessage());
            invalid.initCause(notCounts);
            throw invalid;
        }
    }

    private static RatingMetric readDefinition(ObjectInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_NAME_BYTES) {
            throw new InvalidObjectException("name must have at most " + MOST_NAME_BYTES + " bytes, but has " + length);
        }
        byte[] name = new byte[length];
        in.readFully(name);
        Scale scale = new Scale(in.readInt(), in.readInt(), direction(in));
        Reading reading = in.readBoolean() ? Reading.NET : Reading.SHARE;
        double[] values = new double[scale.points()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(in.readByte(), reading);
        }
        return RatingMetric.written(
                new String(name, StandardCharsets.UTF_8), scale, reading, values, direction(in), in.readDouble());
    }

    private static Direction direction(ObjectInputStream in) throws IOException {
        return in.readBoolean() ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
    }

    private static double value(byte value, Reading reading) {
        int least = reading == Reading.NET ? -1 : 0;
        if (value < least || value > OUTSIDE) {
            throw new IllegalArgumentException(
                    "value of a point must be in [" + least + ", " + OUTSIDE + "], but was " + value);
        }
        return value == OUTSIDE ? Double.NaN : value;
    }

    @Serial
    private Object readResolve() throws InvalidObjectException {
        RatingCounts read = counts;
        if (read == null) {
            throw new InvalidObjectException("no counts");
        }
        return read;
    }
}
