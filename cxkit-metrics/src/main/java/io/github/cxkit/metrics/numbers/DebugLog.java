package io.github.cxkit.metrics.numbers;

import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What a class has to say at DEBUG, by SLF4J. Where no provider of SLF4J is installed it says nothing and never touches SLF4J, which would print that it found
 * none: a library has no business on the console of a program that does not log.
 */
public final class DebugLog {

    private final Class<?> speaker;
    private volatile @Nullable Logger logger;

    private DebugLog(Class<?> speaker) {
        this.speaker = Objects.requireNonNull(speaker, "speaker");
    }

    /**
     * Returns the log of one class, under its name.
     *
     * @param speaker the class
     * @return its log
     */
    public static DebugLog of(Class<?> speaker) {
        return new DebugLog(speaker);
    }

    /**
     * Returns whether a message would be written, for those that are costly to make.
     *
     * @return false without a provider, and where its configuration leaves DEBUG out
     */
    public boolean isEnabled() {
        return Provider.INSTALLED && logger().isDebugEnabled();
    }

    /**
     * Says something; no id and no text of a customer may be in it.
     *
     * @param message the message, with {@code {}} for each argument
     * @param arguments what it speaks of
     */
    public void debug(String message, Object... arguments) {
        if (isEnabled()) {
            logger().debug(message, arguments);
        }
    }

    private Logger logger() {
        Logger known = logger;
        if (known == null) {
            known = LoggerFactory.getLogger(speaker);
            logger = known;
        }
        return known;
    }

    /** Asks once, at the first message, where SLF4J itself would look. */
    private static final class Provider {

        static final boolean INSTALLED = System.getProperty("slf4j.provider") != null || isListed();

        private static boolean isListed() {
            try {
                return ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader()).stream()
                        .findAny()
                        .isPresent();
            } catch (ServiceConfigurationError | NoClassDefFoundError broken) {
                // A provider that cannot be read is SLF4J's to report; before SLF4J 2 there were no such services to
                // ask for.
                return true;
            }
        }
    }
}
