/** Opens nothing to anybody: results are written through what their packages export. */
module consumer {
    requires com.fasterxml.jackson.databind;
    requires io.github.cxkit.recovery;
    requires tools.jackson.databind;
}
