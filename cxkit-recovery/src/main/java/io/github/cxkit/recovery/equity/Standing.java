package io.github.cxkit.recovery.equity;

import java.util.List;
import java.util.OptionalDouble;

/** What every outcome of an audit has, whatever kind it is. */
record Standing<K>(
        String name,
        long known,
        long comparable,
        long unknownA,
        long unknownB,
        List<K> oneSided,
        List<K> suppressed,
        boolean oppositeStrata,
        OptionalDouble pValue,
        OptionalDouble adjustedPValue,
        EquityOutcome.Verdict verdict) {}
