package io.github.cxkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SampleSurveyTest {

    @Test
    void the_bundled_file_is_byte_for_byte_what_the_generator_makes() throws IOException {
        try (InputStream bundled = SampleSurvey.class.getResourceAsStream(SampleSurvey.FILE)) {
            assertThat(bundled).isNotNull();
            assertThat(bundled.readAllBytes()).isEqualTo(SampleSurvey.csv().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void it_is_made_the_same_every_time() {
        assertThat(SampleSurvey.csv())
                .isEqualTo(SampleSurvey.csv())
                .hasLineCount(1_501)
                .isASCII();
    }
}
