package consumer;

import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Nps;
import io.github.cxkit.recovery.FairnessDimension;
import java.util.stream.Stream;

/** Uses a type of each published module, and insists on where they were loaded from. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Stream.of(Main.class, Scale.class, Nps.class, FairnessDimension.class)
                .forEach(type -> {
                    if (!type.getModule().isNamed()) {
                        throw new IllegalStateException(type + " is in " + type.getModule());
                    }
                });
        System.out.println("consumer on the module path: "
                + Scale.highIsGood(0, 10).answer(9) + ", "
                + Nps.promoters(45).passives(35).detractors(20).estimate() + ", "
                + FairnessDimension.PROCESS);
    }
}
