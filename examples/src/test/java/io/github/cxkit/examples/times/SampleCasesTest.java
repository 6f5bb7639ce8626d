package io.github.cxkit.examples.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SampleCasesTest {

    @Test
    void the_bundled_file_is_byte_for_byte_what_the_generator_makes() throws IOException {
        try (InputStream bundled = SampleCases.open()) {
            assertThat(bundled.readAllBytes()).isEqualTo(SampleCases.csv().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void it_has_every_kind_of_event_and_nothing_from_after_the_day_it_was_made() {
        assertThat(SampleCases.csv()).isASCII().doesNotContain("2026-03");
        assertThat(SampleCases.csv()
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1)[3])
                        .distinct())
                .containsExactlyInAnyOrder(
                        "opened", "contacted", "replied", "acknowledged", "assigned", "resolved", "reopened", "closed");
        assertThat(SampleCases.csv()
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1)[0])
                        .distinct())
                .hasSize(600);
    }
}
