package io.github.cxkit.recovery.equity;

import java.util.Collection;

/** Kitagawa's midpoint split of a gap between two weighted means into the part of the weights and the part of the means. */
record GapSplit(double caseMix, double treatment) {

    /** A stratum's number of cases and mean in both groups; the mean of none is not read. */
    record Part(long countA, double meanA, long countB, double meanB) {}

    static GapSplit of(Collection<Part> parts) {
        double totalA = parts.stream().mapToDouble(Part::countA).sum();
        double totalB = parts.stream().mapToDouble(Part::countB).sum();
        double caseMix = 0;
        double treatment = 0;
        for (Part part : parts) {
            double meanA = part.countA() == 0 ? part.meanB() : part.meanA();
            double meanB = part.countB() == 0 ? part.meanA() : part.meanB();
            double shareA = part.countA() / totalA;
            double shareB = part.countB() / totalB;
            caseMix += (shareB - shareA) * ((meanA + meanB) / 2);
            treatment += (shareA + shareB) / 2 * (meanB - meanA);
        }
        return new GapSplit(caseMix, treatment);
    }
}
