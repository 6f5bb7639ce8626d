package io.github.cxkit.metrics.rating;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** Counts as a stream of bytes, and back. */
final class Streams {

    private Streams() {}

    static byte[] write(RatingCounts counts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        return bytes.toByteArray();
    }

    static RatingCounts read(byte[] stream) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
            return (RatingCounts) in.readObject();
        }
    }
}
