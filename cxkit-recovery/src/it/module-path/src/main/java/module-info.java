/** Requires the last of the three modules and thereby reads all of them. */
module consumer {
    requires io.github.cxkit.recovery;
}
