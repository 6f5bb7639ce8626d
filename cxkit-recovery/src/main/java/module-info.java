/**
 * Was the failure put right, fairly: in process, in personal treatment and in compensation.
 */
module io.github.cxkit.recovery {
    requires transitive io.github.cxkit.metrics;
    requires static org.jspecify;

    exports io.github.cxkit.recovery;
}
