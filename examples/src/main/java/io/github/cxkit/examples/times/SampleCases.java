package io.github.cxkit.examples.times;

import io.github.cxkit.metrics.hours.OpeningHours;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/**
 * Makes up the bundled file of events, always the same: two months of cases of an invented shop. Nothing in it is real.
 *
 * <p>What was put in, for a report to find: people answer from nine to five on weekdays only, bots confirm and answer at once,
 * returns take longest, February is slower than January in resolving and no slower in first replies, some cases come back, some are
 * closed without a resolution, and many are still open at the end.
 */
final class SampleCases {

    /** The resource, beside this class. */
    static final String FILE = "sample-cases.csv";

    /** When the file was made: nothing later is in it. */
    private static final Instant SEEN_AT = Instant.parse("2026-03-01T00:00:00Z");

    private static final long SEED = 20_260_301;
    private static final int CASES = 600;
    private static final Instant FIRST = Instant.parse("2026-01-01T06:00:00Z");
    private static final Duration APART = Duration.ofMinutes(140);
    private static final OpeningHours OFFICE = OpeningHours.in(ZoneOffset.UTC)
            .withHours(OpeningHours.MONDAY_TO_FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));

    private static final List<Choice> CHANNELS = List.of(
            new Choice("e-mail", 300, 1.0),
            new Choice("web-form", 140, 1.1),
            new Choice("phone", 100, 0.1),
            new Choice("chat", 60, 0.2));
    private static final List<Choice> TOPICS =
            List.of(new Choice("delivery", 280, 1.0), new Choice("invoice", 200, 0.8), new Choice("returns", 120, 1.9));

    private final Random random = new Random(SEED);

    private SampleCases() {}

    /** A value of a column: how frequent it is among the others, and how many times as long it takes. */
    private record Choice(String name, int frequency, double factor) {}

    /** Writes the file anew, to the path given. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), csv(), StandardCharsets.UTF_8);
    }

    /** Opens the bundled file. */
    static InputStream open() {
        return Objects.requireNonNull(SampleCases.class.getResourceAsStream(FILE), "resource " + FILE);
    }

    /** The whole file. */
    static String csv() {
        return new SampleCases().make();
    }

    private String make() {
        StringBuilder csv =
                new StringBuilder("case_id,at,sequence,kind,party,handler_kind,handler_id,team,channel,topic\n");
        for (int i = 0; i < CASES; i++) {
            Instant opened = FIRST.plus(APART.multipliedBy(i)).plusSeconds(60L * random.nextInt(130));
            new Script(String.format(Locale.ROOT, "C%04d", i + 1), opened, csv).play();
        }
        return csv.toString();
    }

    /** The events of one case, as they happen. */
    private final class Script {

        private final String id;
        private final Instant opened;
        private final StringBuilder csv;
        private final List<String> agents = new ArrayList<>();
        private int sequence;

        Script(String id, Instant opened, StringBuilder csv) {
            this.id = id;
            this.opened = opened;
            this.csv = csv;
        }

        void play() {
            Choice channel = choose(CHANNELS);
            Choice topic = choose(TOPICS);
            String team = topic.name().equals("invoice") ? "accounts" : "service";
            event(opened, "opened", "customer", "", "", "", channel.name(), topic.name());
            if (channel.name().equals("chat")) {
                event(opened.plusSeconds(5), "replied", "company", "bot", "", "", channel.name(), "");
            } else if (!channel.name().equals("phone")) {
                event(opened.plusSeconds(60), "acknowledged", "company", "bot", "", "", channel.name(), "");
            }
            Instant replied = due(opened, 2.0 * channel.factor());
            assign(opened.plus(Duration.between(opened, replied).dividedBy(2)), team, false);
            if (happens(25)) {
                assign(
                        opened.plus(Duration.between(opened, replied)
                                .multipliedBy(3)
                                .dividedBy(4)),
                        team,
                        false);
            }
            if (happens(15)) {
                // Asks again while waiting, by telephone.
                event(
                        opened.plus(Duration.between(opened, replied)
                                .multipliedBy(4)
                                .dividedBy(5)),
                        "contacted",
                        "customer",
                        "",
                        "",
                        "",
                        "phone",
                        "");
            }
            reply(replied, team, channel.name());
            Instant last = replied;
            while (happens(30)) {
                last = last.plusSeconds(3600L * (1 + random.nextInt(30)));
                event(last, "contacted", "customer", "", "", "", channel.name(), "");
                last = due(last, 2.0);
                if (happens(20)) {
                    assign(last, team, true);
                }
                reply(last, team, channel.name());
            }
            double slower = opened.isBefore(Instant.parse("2026-02-01T00:00:00Z")) ? 1.0 : 1.6;
            Instant settled = due(last, 10 * topic.factor() * slower);
            if (happens(4)) {
                event(settled, "closed", "company", "", "", "", "", "");
                return;
            }
            event(settled, "resolved", "company", "", "", "", "", "");
            if (happens(11)) {
                Instant reopened = settled.plusSeconds(3600L * (5 + random.nextInt(100)));
                event(reopened, "reopened", "customer", "", "", "", channel.name(), "");
                Instant answered = due(reopened, 3.0);
                reply(answered, team, channel.name());
                settled = due(answered, 8.0 * slower);
                event(settled, "resolved", "company", "", "", "", "", "");
            }
            event(settled.plus(Duration.ofDays(5)), "closed", "company", "", "", "", "", "");
        }

        /** The instant after about so many office hours of work, more or less. */
        private Instant due(Instant from, double hours) {
            double seconds = 3600 * hours * Math.exp(0.8 * random.nextGaussian());
            return OFFICE.dueAfter(from, Duration.ofSeconds(60 * (1 + (long) (seconds / 60))));
        }

        /** Gives the case to an agent; some go back to the one before. */
        private void assign(Instant at, String team, boolean back) {
            String agent = back && agents.size() > 1
                    ? agents.get(agents.size() - 2)
                    : team.charAt(0) + "-" + (1 + random.nextInt(6));
            agents.add(agent);
            event(at, "assigned", "company", "person", agent, team, "", "");
        }

        private void reply(Instant at, String team, String channel) {
            event(at, "replied", "company", "person", agents.get(agents.size() - 1), team, channel, "");
        }

        private void event(Instant at, String... cells) {
            if (!at.isAfter(SEEN_AT)) {
                csv.append(id)
                        .append(',')
                        .append(at.truncatedTo(ChronoUnit.SECONDS))
                        .append(',')
                        .append(++sequence)
                        .append(',');
                csv.append(String.join(",", cells)).append('\n');
            }
        }
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

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }
}
