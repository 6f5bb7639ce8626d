package io.github.cxkit.examples.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Makes up the bundled cases, always the same: 400 failures of an invented shop, half of them handled by a new process. Nothing in it is
 * real.
 *
 * <p>What was put in, for a report to find: the new process answers sooner, hands over less, apologises better and gives back more; the
 * south is behind the north; customers look at the compensation first. Some evidence is missing, more of it under the old process.
 */
final class SampleRecoveries {

    /** The resource, beside this class. */
    static final String FILE = "sample-recoveries.csv";

    private static final long SEED = 20_260_215;
    private static final int ROWS = 400;
    private static final List<String> CHOICES = List.of("refund", "voucher", "repair", "explanation only");

    private final Random random = new Random(SEED);

    private SampleRecoveries() {}

    /**
     * Writes the file anew.
     *
     * @param args the file's path
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), csv(), StandardCharsets.UTF_8);
    }

    /** Opens the bundled file. */
    static InputStream open() {
        return Objects.requireNonNull(SampleRecoveries.class.getResourceAsStream(FILE), "resource " + FILE);
    }

    /** The whole file. */
    static String csv() {
        return new SampleRecoveries().make();
    }

    private String make() {
        StringBuilder csv = new StringBuilder(
                "case_id,process,team,relief,contacts,hand_offs,channel_switches,reopenings,"
                        + "first_response_hours,expected_first_response_hours,resolution_hours,expected_resolution_hours,"
                        + "promises_made,promises_kept,choice_offered,apology_empathy,apology_intensity,apology_timeliness,"
                        + "courtesy,effort,explanation,violations,noticed,service,currency,loss,loss_hours,value_of_hour,"
                        + "compensation,compensation_kind,compensation_immediate,core_problem_fixed,satisfaction,disputed\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append(row(i)).append('\n');
        }
        return csv.toString();
    }

    private String row(int i) {
        boolean after = i >= ROWS / 2;
        boolean north = random.nextInt(100) < 55;
        // How well the case went; everything else follows it, and chance.
        double care = (after ? 0.55 : -0.25) + (north ? 0.15 : -0.2) + 0.6 * random.nextGaussian();
        double response = 3.6 * Math.exp(-0.45 * care + 0.7 * random.nextGaussian());
        double resolution = 50 * Math.exp(-0.35 * care + 0.6 * random.nextGaussian());
        int contacts = 1 + steps(1.3 - 0.5 * care);
        int handOffs = steps(1.0 - 0.5 * care);
        int switches = steps(0.5 - 0.3 * care);
        int reopenings = steps(0.35 - 0.25 * care);
        int promises = random.nextInt(3);
        int kept = 0;
        for (int p = 0; p < promises; p++) {
            kept += chance(0.7 + 0.15 * care) ? 1 : 0;
        }
        double met = 0.62 + 0.17 * care;
        String relief = CHOICES.get(relief(care));
        double loss = Math.round(20 + 160 * random.nextDouble() * random.nextDouble()) + 0.5 * random.nextInt(2);
        double ratio = switch (relief) {
            case "refund" -> 0.85 + 0.25 * random.nextDouble();
            case "voucher" -> 0.3 + 0.5 * random.nextDouble();
            case "repair" -> 0.6 + 0.4 * random.nextDouble();
            default -> 0;
        };
        double hours = random.nextInt(7) * 0.5;
        double given = Math.round(2 * ratio * (loss + 20 * hours)) / 2.0;
        boolean fixed = !chance(0.1 - 0.05 * care);
        boolean rude = chance(0.05 - 0.03 * care);
        boolean ignored = chance(0.05 - 0.03 * care);
        double pleased = 4.1
                + 2.4 * (ratio - 0.6)
                + 0.8 * care
                - (rude || ignored ? 1.2 : 0)
                - (fixed ? 0 : 0.8)
                + 0.8 * random.nextGaussian();
        // One log of the case tells both.
        boolean noHandOffs = random.nextInt(100) < 4;
        boolean noLog = random.nextInt(100) < (after ? 4 : 20) || noHandOffs;
        StringJoiner row = new StringJoiner(",");
        row.add(String.format(Locale.ROOT, "C%04d", i + 1))
                .add(after ? "after" : "before")
                .add(north ? "north" : "south")
                .add(relief)
                .add(Integer.toString(contacts))
                .add(noLog ? "" : Integer.toString(handOffs))
                .add(noLog ? "" : Integer.toString(switches))
                .add(Integer.toString(reopenings))
                .add(seldom(3, decimal(response)))
                .add("4")
                .add(seldom(6, decimal(resolution)))
                .add("48")
                .add(seldom(10, Integer.toString(promises)))
                .add(promises == 0 ? "" : Integer.toString(kept))
                .add(seldom(40, chance(after ? 0.6 : 0.3) ? "yes" : "no"));
        boolean noticed = !chance(0.04);
        String silent = noticed ? "" : "N/A";
        row.add(silent.isEmpty() ? decimal(level(met)) : silent)
                .add(silent.isEmpty() ? decimal(level(met - 0.05)) : silent)
                .add(silent.isEmpty() ? decimal(level(met + 0.1)) : silent)
                .add(seldom(after ? 10 : 35, decimal(level(met + 0.15))))
                .add(seldom(after ? 10 : 40, decimal(level(met))))
                .add(seldom(8, decimal(level(met + 0.05))))
                .add(
                        rude
                                ? (ignored ? "rude; ignored_message" : "rude")
                                : ignored ? "ignored_message" : violations(after))
                .add(noticed ? "yes" : "no")
                .add(seldom(after ? 5 : 15, chance(0.6) ? "accepted" : "rejected"))
                .add("EUR")
                .add(seldom(after ? 3 : 8, decimal(loss)))
                .add(decimal(hours))
                .add("20")
                .add(decimal(given))
                .add(
                        relief.equals("refund")
                                ? "money"
                                : relief.equals("voucher") ? "credit" : relief.equals("repair") ? "service" : "")
                .add(seldom(30, chance(0.4) ? "yes" : "no"))
                .add(seldom(after ? 5 : 15, fixed ? "yes" : "no"))
                .add(seldom(35, Long.toString(Math.max(1, Math.min(7, Math.round(pleased))))))
                .add(seldom(5, chance(0.14 - 0.1 * (pleased - 4)) ? "yes" : "no"));
        return row.toString();
    }

    private String violations(boolean after) {
        return chance(after ? 0.9 : 0.6) ? "none" : "";
    }

    private int relief(double care) {
        int drawn = random.nextInt(100) - (int) Math.round(14 * care);
        return drawn < 42 ? 0 : drawn < 62 ? 1 : drawn < 82 ? 2 : 3;
    }

    /** How often something happens that can happen up to six times. */
    private int steps(double mean) {
        int steps = 0;
        for (int i = 0; i < 6; i++) {
            steps += chance(mean / 6) ? 1 : 0;
        }
        return steps;
    }

    private double level(double mean) {
        return Math.max(0, Math.min(1, mean + 0.15 * random.nextGaussian()));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Nothing in so many per cent of the rows. */
    private String seldom(int percentMissing, String text) {
        return random.nextInt(100) < percentMissing ? "" : text;
    }

    /** Up to two decimals. */
    private static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
