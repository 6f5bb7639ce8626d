package io.github.cxkit.recovery.equity;

import java.util.List;
import java.util.OptionalDouble;

/** What every outcome of an audit has, whatever kind it is. */
record Standing<K>(
        String name,
        long unknownA,
        long unknownB,
        List<K> oneSided,
        List<K> suppressed,
        OptionalDouble pValue,
        OptionalDouble adjustedPValue,
        EquityVerdict verdict) {}
