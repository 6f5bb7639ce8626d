package io.github.cxkit.metrics.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DefinitionCodeTest {

    /** Test vectors of the authors, test_fnv.c. */
    @Test
    void isTheFnvHashOfItsOctets() {
        assertThat(octets("")).isEqualTo(0xcbf29ce484222325L);
        assertThat(octets("a")).isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(octets("foobar")).isEqualTo(0x85944171f73967e8L);
    }

    private static long octets(String text) {
        DefinitionCode code = new DefinitionCode();
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            code.addByte(octet);
        }
        return code.value();
    }

    @Test
    void aNumberIsItsEightOctetsFromTheLowest() {
        DefinitionCode octets = new DefinitionCode();
        for (int octet = 1; octet <= 8; octet++) {
            octets.addByte(octet);
        }
        assertThat(new DefinitionCode().add(0x0807060504030201L).value()).isEqualTo(octets.value());
    }

    @Test
    void whereATextEndsIsPartOfIt() {
        assertThat(new DefinitionCode().add("ab").add("c").value())
                .isNotEqualTo(new DefinitionCode().add("a").add("bc").value());
    }
}
