/**
 * How good, and how sure: scores over survey answers that carry their uncertainty.
 */
@SuppressWarnings("module") // numbers is for the modules named, which this build does not see
module io.github.cxkit.metrics {
    requires transitive io.github.cxkit.core;
    requires org.apache.commons.numbers.rootfinder;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;
    requires static com.fasterxml.jackson.annotation;
    requires static org.jspecify;

    exports io.github.cxkit.metrics;
    exports io.github.cxkit.metrics.breakdown;
    exports io.github.cxkit.metrics.cases;
    exports io.github.cxkit.metrics.change;
    exports io.github.cxkit.metrics.drivers;
    exports io.github.cxkit.metrics.goal;
    exports io.github.cxkit.metrics.hours;
    exports io.github.cxkit.metrics.rating;
    exports io.github.cxkit.metrics.respondents;
    exports io.github.cxkit.metrics.tests;
    exports io.github.cxkit.metrics.time;
    exports io.github.cxkit.metrics.numbers to
            io.github.cxkit.recovery;

    uses org.slf4j.spi.SLF4JServiceProvider;
}
