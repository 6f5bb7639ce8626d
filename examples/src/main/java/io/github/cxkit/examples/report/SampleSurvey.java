package io.github.cxkit.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/**
 * Makes up the bundled survey, always the same: half a year of answers from an invented shop. Nothing in it is real.
 *
 * <p>What was put in, for a report to find: deliveries and returns please less than checkout, the phone less than the app, October is a
 * bad month, and hardly anybody uses the chat or writes a letter.
 */
final class SampleSurvey {

    /** The resource, beside this class. */
    static final String FILE = "sample-survey.csv";

    private static final long SEED = 20_260_101;
    private static final int ROWS = 1_500;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final int DAYS = 184;

    private static final List<Choice> CHANNELS = List.of(
            new Choice("web", 620, 0.0),
            new Choice("app", 480, 0.5),
            new Choice("phone", 270, -0.6),
            new Choice("store", 107, 0.3),
            new Choice("chat", 18, -0.2),
            new Choice("letter", 5, -0.9));
    private static final List<Choice> TOUCHPOINTS = List.of(
            new Choice("checkout", 600, 0.4),
            new Choice("delivery", 500, -0.2),
            new Choice("support", 260, 0.1),
            new Choice("returns", 140, -0.8));
    private static final List<Choice> SEGMENTS =
            List.of(new Choice("new", 500, -0.1), new Choice("regular", 800, 0.2), new Choice("business", 200, 0.0));

    private final Random random = new Random(SEED);

    private SampleSurvey() {}

    /** A value of a column: how frequent it is among the others, and how much it pleases. */
    private record Choice(String name, int frequency, double effect) {}

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
        return Objects.requireNonNull(SampleSurvey.class.getResourceAsStream(FILE), "resource " + FILE);
    }

    /** The whole file. */
    static String csv() {
        return new SampleSurvey().make();
    }

    private String make() {
        StringBuilder csv =
                new StringBuilder("response_id,answered_at,channel,touchpoint,segment,recommend,csat,effort\n");
        for (int i = 0; i < ROWS; i++) {
            appendRow(csv, i);
        }
        return csv.toString();
    }

    private void appendRow(StringBuilder csv, int i) {
        LocalDateTime answered =
                FIRST_DAY.plusDays((long) i * DAYS / ROWS).atTime(8 + random.nextInt(14), random.nextInt(60));
        Choice channel = choose(CHANNELS);
        Choice touchpoint = choose(TOUCHPOINTS);
        Choice segment = choose(SEGMENTS);
        double pleased = channel.effect()
                + touchpoint.effect()
                + segment.effect()
                + (answered.getMonthValue() == 10 ? -0.5 : 0)
                + random.nextGaussian();
        // Drawn for every row, so that one column does not depend on what another leaves out.
        String recommend = rating(7.9 + 1.7 * pleased, 0, 10);
        String csat = rating(4.0 + 0.8 * pleased, 1, 5);
        String effort = rating(5.3 + 1.0 * pleased, 1, 7);
        csv.append(String.format(Locale.ROOT, "R%05d", i + 1))
                .append(',')
                .append(answered)
                .append(',')
                .append(channel.name())
                .append(',')
                .append(touchpoint.name())
                .append(',')
                .append(segment.name())
                .append(',')
                .append(skips(6) ? "" : recommend)
                .append(',')
                .append(skips(4) ? "" : csat)
                .append(',')
                .append(channel.name().equals("store") && random.nextBoolean() ? "N/A" : skips(15) ? "" : effort)
                .append('\n');
    }

    private Choice choose(List<Choice> choices) {
        int drawn = random.nextInt(choices.stream().mapToInt(Choice::frequency).sum());
        for (Choice choice : choices) {
            drawn -= choice.frequency();
            if (drawn < 0) {
                return choice;
            }
        }
        throw new AssertionError("frequencies cover every draw");
    }

    private String rating(double mean, int lowest, int highest) {
        long rounded = (long) Math.floor(mean + 0.6 * random.nextGaussian() + 0.5);
        return Long.toString(Math.max(lowest, Math.min(highest, rounded)));
    }

    private boolean skips(int percent) {
        return random.nextInt(100) < percent;
    }
}
