package io.github.cxkit.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import java.io.IOException;
import java.io.ObjectStreamConstants;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * A serialised state with changed bytes is refused as a stream or an object, or is counts that some answers could have given. Changed is what the library wrote; the
 * description of the class before it is the JDK's, which answers some changes there by a NullPointerException of its own.
 */
class TamperedStreamProperties {

    private static RatingCounts counts(long seed) {
        Random random = new Random(seed);
        RatingTally tally = RatingTally.on(Scale.highIsGood(1, 5));
        boolean weighted = random.nextBoolean();
        for (int i = random.nextInt(20); i >= 0; i--) {
            tally.accept(1 + random.nextInt(5), weighted ? random.nextInt(4) / 2.0 : 1);
        }
        tally.accept(Answer.SKIPPED);
        RatingMetric definition = random.nextBoolean()
                ? Csat.TOP_2_OF_5
                : Nps.FIVE_POINT.withoutPoints(point -> point == 3).withOffset(1);
        return random.nextBoolean() ? tally.counts() : tally.counts().classes(definition);
    }

    @Property(seed = "20261101", tries = 20_000)
    void changedBytesGiveAnErrorOrPossibleCounts(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int changes, @ForAll boolean cut)
            throws IOException {
        byte[] stream = Streams.write(counts(seed));
        int data = afterClass(stream);
        Random random = new Random(~seed);
        for (int i = 0; i < changes; i++) {
            int position = data + random.nextInt(stream.length - data);
            stream[position] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) (stream[position] ^ 1 << random.nextInt(Byte.SIZE));
        }
        RatingCounts back;
        try {
            back = Streams.read(cut ? Arrays.copyOf(stream, random.nextInt(stream.length)) : stream);
        } catch (IOException | ClassNotFoundException refused) {
            return;
        }
        for (int point = back.scale().lowest(); point <= back.scale().highest(); point++) {
            assertThat(back.count(point)).isNotNegative();
            assertThat(back.weight(point)).isFinite().isNotNegative();
        }
        if (back.count() > 0) {
            assertThat(back.percent(back.scale().lowest())).isBetween(0.0, 100.0);
        }
        assertThat(RatingCounts.fromLongs(definition(back), back.toLongs())).isEqualTo(back);
    }

    /** Where the description of the class ends, which has no superclass. */
    private static int afterClass(byte[] stream) {
        int position = 0;
        while (stream[position] != ObjectStreamConstants.TC_ENDBLOCKDATA
                || stream[position + 1] != ObjectStreamConstants.TC_NULL) {
            position++;
        }
        return position + 2;
    }

    private static RatingMetric definition(RatingCounts counts) {
        return counts.classesOf().orElseGet(() -> RatingMetric.mean("mean", counts.scale()));
    }
}
