package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.recovery.CompensationCurve;
import io.github.cxkit.recovery.FairnessPolicy;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.FairnessWeights;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what counts as fair. */
final class PolicyOptions {

    /** The weights of the dimensions, by name. */
    enum Preset {
        EQUAL,
        TRANSACTION,
        RELATIONSHIP;

        FairnessWeights weights() {
            return switch (this) {
                case EQUAL -> FairnessWeights.EQUAL;
                case TRANSACTION -> FairnessWeights.TRANSACTION;
                case RELATIONSHIP -> FairnessWeights.RELATIONSHIP;
            };
        }
    }

    /** Reads {@code full-redress} and {@code satisfaction}. */
    static final class ToCurve implements ITypeConverter<CompensationCurve> {
        @Override
        public CompensationCurve convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT).replace('_', '-')) {
                case "full-redress" -> CompensationCurve.FULL_REDRESS;
                case "satisfaction" -> CompensationCurve.SATISFACTION;
                default ->
                    throw new TypeConversionException("must be full-redress or satisfaction, but was \"" + text + "\"");
            };
        }
    }

    /** Reads a number or {@code infinity}, with or without a sign. */
    static final class ToPower implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            String word = text.toLowerCase(Locale.ROOT);
            if (word.matches("[+-]?inf(inity)?")) {
                return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            if (!word.matches("[+-]?\\d{1,6}(\\.\\d{1,9})?")) {
                throw new TypeConversionException("must be a number such as 0, or -infinity, but was \"" + text + "\"");
            }
            return Double.parseDouble(word);
        }
    }

    @Option(
            names = "--preset",
            paramLabel = "WEIGHTS",
            order = 100,
            defaultValue = "equal",
            description = {
                "equal; transaction (satisfaction with this recovery: compensation before interaction before process); or "
                        + "relationship (interaction and compensation before process). Default: ${DEFAULT-VALUE}"
            })
    private Preset preset = Preset.EQUAL;

    @Option(
            names = "--curve",
            paramLabel = "CURVE",
            order = 101,
            converter = ToCurve.class,
            defaultValue = "full-redress",
            description = {
                "What a compensation is worth: full-redress (was the customer made whole?) or satisfaction (goes on rising above "
                        + "that). Default: ${DEFAULT-VALUE}"
            })
    private @Nullable CompensationCurve curve;

    @Option(
            names = "--power",
            paramLabel = "P",
            order = 102,
            converter = ToPower.class,
            defaultValue = "1",
            description = {
                "Power of the mean over the dimensions: the lower, the less a good one makes up for a bad one; 1 is the plain "
                        + "mean, 0 the geometric one, -infinity the weakest dimension. Default: ${DEFAULT-VALUE}"
            })
    private double power;

    @Option(
            names = "--minimum-coverage",
            paramLabel = "SHARE",
            order = 103,
            defaultValue = "0.5",
            description = {
                "How much of the evidence of a dimension must be known for points, from 0 to 1; below that there are bounds only. "
                        + "Default: ${DEFAULT-VALUE}"
            })
    private double minimumCoverage;

    @Option(
            names = "--fair-from",
            paramLabel = "POINTS",
            order = 104,
            defaultValue = "70",
            description = "From how many points on a case counts as fair. Default: ${DEFAULT-VALUE}")
    private double fairFrom;

    /** Made by the command line. */
    PolicyOptions() {}

    FairnessScorer scorer() {
        FairnessPolicy policy = FairnessPolicy.DEFAULT
                .withWeights(preset.weights())
                .withCompensationCurve(curve == null ? CompensationCurve.FULL_REDRESS : curve);
        policy = checked("--power", policy, p -> p.withPower(power));
        policy = checked("--minimum-coverage", policy, p -> p.withMinimumCoverage(minimumCoverage));
        return FairnessScorer.by(checked("--fair-from", policy, p -> p.withFairThreshold(fairFrom)));
    }

    private static FairnessPolicy checked(String option, FairnessPolicy policy, UnaryOperator<FairnessPolicy> with) {
        try {
            return with.apply(policy);
        } catch (IllegalArgumentException refused) {
            throw CommandFailure.usage(option + ": " + refused.getMessage());
        }
    }
}
