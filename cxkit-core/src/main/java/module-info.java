/**
 * What happened between a customer and a company: plain immutable types without any calculation.
 */
module io.github.cxkit.core {
    requires static org.jspecify;

    exports io.github.cxkit.core;
}
