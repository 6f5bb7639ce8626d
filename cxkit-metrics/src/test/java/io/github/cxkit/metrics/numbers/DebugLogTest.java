package io.github.cxkit.metrics.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.cxkit.metrics.rating.Ces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DebugLogTest {

    @TempDir
    private Path folder;

    @Test
    void aMessageGoesToTheProviderUnderTheNameOfItsClass() {
        DebugLog log = DebugLog.of(String.class);
        assertThat(RecordingProvider.listen(() -> {
                    assertThat(log.isEnabled()).isTrue();
                    log.debug("{} of {}", 2, "three");
                }))
                .containsExactly("java.lang.String: 2 of three");
        assertThat(log.isEnabled()).isFalse();
        assertThatNullPointerException().isThrownBy(() -> DebugLog.of(null)).withMessage("speaker");
    }

    @Test
    void theEstimatorSaysWhyThereIsNoInterval() {
        assertThat(RecordingProvider.listen(() -> Ces.of(4).estimate()))
                .containsExactly("io.github.cxkit.metrics.Estimator: no interval for CES 2.0: "
                        + "a mean needs at least 2 effective answers, but there were 1");
        assertThat(RecordingProvider.listen(() -> Ces.of(7, 7, 7, 1).estimate()))
                .singleElement()
                .asString()
                .contains("upper limit cut at the end of the possible range");
        assertThat(RecordingProvider.listen(() -> Ces.of(5, 4, 5, 4, 4, 5).estimate()))
                .isEmpty();
    }

    @Test
    void withoutAProviderNothingIsPrinted() throws Exception {
        assertThat(printedBy(DebugLogTest::speak)).isEmpty();
        assertThat(printedBy(loader -> loader.loadClass(LoggerFactory.class.getName())
                        .getMethod("getLogger", String.class)
                        .invoke(null, "any")))
                .as("what SLF4J itself has to say")
                .contains("No SLF4J providers were found");
    }

    @Test
    void aProviderThatCannotBeReadIsLeftToSlf4jToReport() throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.slf4j.spi.SLF4JServiceProvider"), "no.such.Provider");
        assertThat(printedBy(DebugLogTest::speak)).contains("no.such.Provider");
    }

    @Test
    void aProviderNamedByPropertyIsLeftToSlf4jToFind() throws Exception {
        System.setProperty("slf4j.provider", "no.such.Provider");
        try {
            assertThat(printedBy(DebugLogTest::speak)).contains("no.such.Provider");
        } finally {
            System.clearProperty("slf4j.provider");
        }
    }

    private static void speak(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass(DebugLog.class.getName());
        Object log = type.getMethod("of", Class.class).invoke(null, String.class);
        type.getMethod("debug", String.class, Object[].class).invoke(log, "said", new Object[0]);
    }

    @FunctionalInterface
    private interface Act {
        void run(ClassLoader loader) throws ReflectiveOperationException;
    }

    /** What an act prints with cxkit and SLF4J loaded anew, and of all providers only what the folder has. */
    private String printedBy(Act act) throws IOException, ReflectiveOperationException {
        URL[] path = {
            location(DebugLog.class),
            location(LoggerFactory.class),
            folder.toUri().toURL()
        };
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<PrintStream> streams = List.of(System.out, System.err);
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
                PrintStream here = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(here);
            System.setErr(here);
            act.run(loader);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(thrown.getCause());
        } finally {
            System.setOut(streams.get(0));
            System.setErr(streams.get(1));
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
