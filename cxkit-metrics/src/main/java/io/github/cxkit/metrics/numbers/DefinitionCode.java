package io.github.cxkit.metrics.numbers;

import java.nio.charset.StandardCharsets;

/**
 * The number that stands for a definition in a state: the same for equal definitions on every machine, another for others but for an accident of 1 in 2^64
 * (FNV-1a, 64 bits).
 *
 * <p>It is made of whole numbers, of the bits of others and of texts with their lengths, never of a number as text: how that is written differs between Java releases.
 *
 * @see <a href="http://www.isthe.com/chongo/tech/comp/fnv/">Fowler, Noll and Vo: FNV hash</a>
 */
public final class DefinitionCode {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long code = BASIS;

    DefinitionCode addByte(long octet) {
        code = (code ^ (octet & 0xff)) * PRIME;
        return this;
    }

    /** Adds a whole number. */
    public DefinitionCode add(long part) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            addByte(part >>> shift);
        }
        return this;
    }

    /** Adds a number by its bits; all NaN are one, and −0.0 is not 0.0. */
    public DefinitionCode addReal(double part) {
        return add(Double.doubleToLongBits(part));
    }

    /** Adds a text. */
    public DefinitionCode add(String part) {
        byte[] octets = part.getBytes(StandardCharsets.UTF_8);
        add(octets.length);
        for (byte octet : octets) {
            addByte(octet);
        }
        return this;
    }

    /** Adds a constant by its name. */
    public DefinitionCode add(Enum<?> part) {
        return add(part.name());
    }

    /** The code of all parts added. */
    public long value() {
        return code;
    }
}
