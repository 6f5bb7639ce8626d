package consumer;

import static io.github.cxkit.metrics.rating.Ces.toCesOrSkipped;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.Score;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.time.Durations;
import io.github.cxkit.metrics.time.Timing;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.FairnessDimension;
import io.github.cxkit.recovery.FairnessScorer;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Uses a type of each published module, and insists on where they were loaded from. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Stream.of(Main.class, Scale.class, Nps.class, FairnessDimension.class).forEach(type -> {
            if (!type.getModule().isNamed()) {
                throw new IllegalStateException(type + " is in " + type.getModule());
            }
        });
        viewsNeedNoJackson();
        System.out.println("consumer on the module path: "
                + Scale.highIsGood(0, 10).answer(9) + ", "
                + Nps.promoters(45).passives(35).detractors(20).estimate() + ", "
                + Durations.of(Timing.of("reply", ChronoUnit.MINUTES), Duration.ofMinutes(3))
                        .median()
                        .value() + " min, "
                + FairnessDimension.COMPENSATION + " " + madeWhole());
        if (Stream.of(new Row(5), new Row(null))
                .collect(toCesOrSkipped(Row::answer))
                .estimate()
                .lower()
                .isEmpty()) {
            System.out.println("consumer has no interval");
        }
    }

    private record Row(Integer answer) {}

    /** The annotation on the method is there for Jackson alone: without its jar the method works, and reflection sees none. */
    private static void viewsNeedNoJackson() {
        ResultView view = Nps.promoters(45).passives(35).detractors(20).view();
        try {
            if (Score.class.getMethod("view").getAnnotations().length > 0 || view.value() == null) {
                throw new IllegalStateException("Jackson is here, or " + view);
            }
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double madeWhole() {
        RecoveryCase refunded = RecoveryCase.of(Failure.outcome())
                .withRedress(Redress.UNKNOWN
                        .withLoss(Loss.of(Money.parse("EUR 200")))
                        .withCompensation(Compensation.of(Money.parse("EUR 200"))));
        return FairnessScorer.withDefaults()
                .score(refunded)
                .dimension(FairnessDimension.COMPENSATION)
                .point()
                .orElseThrow();
    }
}
