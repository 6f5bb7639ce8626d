/**
 * How good, and how sure: scores over survey answers that carry their uncertainty.
 */
module io.github.cxkit.metrics {
    requires transitive io.github.cxkit.core;
    requires org.apache.commons.numbers.rootfinder;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.github.cxkit.metrics;
    exports io.github.cxkit.metrics.breakdown;
    exports io.github.cxkit.metrics.change;
    exports io.github.cxkit.metrics.goal;
    exports io.github.cxkit.metrics.respondents;
    exports io.github.cxkit.metrics.time;
}
