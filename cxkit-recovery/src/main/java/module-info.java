/**
 * Was the failure put right, fairly: in process, in personal treatment and in compensation.
 */
module io.github.cxkit.recovery {
    requires transitive io.github.cxkit.metrics;
    requires org.apache.commons.statistics.distribution;
    requires transitive org.joda.money;
    requires static com.fasterxml.jackson.annotation;
    requires static org.jspecify;

    exports io.github.cxkit.recovery;
    exports io.github.cxkit.recovery.equity;
    exports io.github.cxkit.recovery.weights;
    exports io.github.cxkit.recovery.loop;
    exports io.github.cxkit.recovery.paradox;
}
