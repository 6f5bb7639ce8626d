package io.github.cxkit.examples.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SampleRecoveriesTest {

    @Test
    void the_bundled_file_is_byte_for_byte_what_the_generator_makes() throws IOException {
        try (InputStream bundled = SampleRecoveries.open()) {
            assertThat(bundled.readAllBytes()).isEqualTo(SampleRecoveries.csv().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void hand_offs_and_channel_switches_are_known_together_or_not_at_all() {
        assertThat(SampleRecoveries.csv().lines().skip(1).map(line -> line.split(",", -1)))
                .allMatch(cells -> cells[5].isEmpty() == cells[6].isEmpty())
                .anyMatch(cells -> cells[5].isEmpty())
                .anyMatch(cells -> !cells[5].isEmpty());
    }

    @Test
    void every_row_has_as_many_fields_as_the_header() {
        assertThat(SampleRecoveries.csv()).hasLineCount(401).isASCII();
        assertThat(SampleRecoveries.csv().lines().map(line -> line.split(",", -1).length))
                .containsOnly(34);
    }
}
