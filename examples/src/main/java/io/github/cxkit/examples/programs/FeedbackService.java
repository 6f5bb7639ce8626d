package io.github.cxkit.examples.programs;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.Estimate;
import io.github.cxkit.metrics.Interval;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingTally;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A service that counts feedback as it comes in, on several threads, and answers with live scores per channel. */
public final class FeedbackService {

    /** What the web form sends; a question that was not answered is null. */
    public record Feedback(
            String channel,
            @Nullable Integer recommend,
            @Nullable Integer satisfied,
            @Nullable Integer easy) {}

    /** The questions of the form, and how each is read. */
    @SuppressWarnings("ImmutableEnumChecker") // a definition and a method reference are
    public enum Question {
        RECOMMEND(Nps.STANDARD, Feedback::recommend),
        SATISFIED(Csat.topBox(Scale.highIsGood(1, 7), 2), Feedback::satisfied),
        EASY(Ces.MEAN, Feedback::easy);

        private final RatingMetric definition;
        private final Function<Feedback, @Nullable Integer> reader;

        Question(RatingMetric definition, Function<Feedback, @Nullable Integer> reader) {
            this.definition = definition;
            this.reader = reader;
        }

        private Answer answer(Feedback feedback) {
            return Optional.ofNullable(reader.apply(feedback))
                    .map(definition.scale()::answer)
                    .orElse(Answer.SKIPPED);
        }
    }

    /** What is counted apart. */
    public record Key(String channel, Question question) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byChannel = channel.compareTo(other.channel);
            return byChannel == 0 ? question.compareTo(other.question) : byChannel;
        }
    }

    /** A row of the table in which the state is stored between two runs. */
    @SuppressWarnings("ArrayRecordComponent") // a BLOB
    public record StoredRow(String channel, String question, byte[] state) {}

    /** A score for a JSON mapper: what is not known is null. */
    public record ScoreJson(
            String metric,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            long n,
            String base,
            List<String> notes,
            @Nullable String verdict) {}

    private final ConcurrentMap<Key, RatingTally> tallies = new ConcurrentHashMap<>();
    private final Map<Key, RatingCounts> lastMonth;

    /** Starts a month. */
    public FeedbackService(Map<Key, RatingCounts> lastMonth) {
        this.lastMonth = Map.copyOf(lastMonth);
    }

    /** Counts one form; any thread may call this. All questions are read before any is counted, so that a bad answer leaves nothing behind. */
    public void accept(Feedback feedback) {
        Map<Question, Answer> answers = new TreeMap<>();
        for (Question question : Question.values()) {
            answers.put(question, question.answer(feedback));
        }
        answers.forEach((question, answer) -> update(new Key(feedback.channel(), question), t -> t.accept(answer)));
    }

    /** A tally is of one thread; the map holds a key's lock while the function runs. */
    private void update(Key key, Consumer<RatingTally> change) {
        tallies.compute(key, (k, known) -> {
            RatingTally tally =
                    known == null ? RatingTally.on(k.question().definition.scale()) : known;
            change.accept(tally);
            return tally;
        });
    }

    /** Returns what has been counted so far. */
    public Map<Key, RatingCounts> counts() {
        Map<Key, RatingCounts> counts = new TreeMap<>();
        for (Key key : tallies.keySet()) {
            tallies.computeIfPresent(key, (k, tally) -> {
                counts.put(k, tally.counts());
                return tally;
            });
        }
        return counts;
    }

    /** Answers a request for the scores of one channel. */
    public Map<String, ScoreJson> scores(String channel) {
        Map<Key, RatingCounts> now = counts();
        Map<String, ScoreJson> scores = new TreeMap<>();
        for (Question question : Question.values()) {
            Key key = new Key(channel, question);
            scores.put(
                    question.name().toLowerCase(Locale.ROOT),
                    json(score(key, lastMonth.get(key)), score(key, now.get(key))));
        }
        return scores;
    }

    private static CustomScore score(Key key, @Nullable RatingCounts counts) {
        RatingMetric definition = key.question().definition;
        return CustomScore.from(definition, counts == null ? RatingCounts.empty(definition.scale()) : counts);
    }

    private static ScoreJson json(CustomScore before, CustomScore now) {
        String metric = now.metric().name();
        String base = now.base().name();
        if (now.isEmpty()) {
            return new ScoreJson(metric, null, null, null, 0, base, List.of(), null);
        }
        Estimate estimate = now.estimate();
        @Nullable Double lower = estimate.interval().map(Interval::lower).orElse(null);
        @Nullable Double upper = estimate.interval().map(Interval::upper).orElse(null);
        @Nullable
        String verdict =
                before.isEmpty() ? null : Change.between(before, now).verdict().name();
        return new ScoreJson(metric, estimate.value(), lower, upper, estimate.count(), base, estimate.notes(), verdict);
    }

    /** Returns the state for a table. */
    public List<StoredRow> store() {
        List<StoredRow> rows = new ArrayList<>();
        counts().forEach((key, counts) -> {
            long[] longs = counts.toLongs();
            ByteBuffer bytes = ByteBuffer.allocate(longs.length * Long.BYTES);
            bytes.asLongBuffer().put(longs);
            rows.add(new StoredRow(key.channel(), key.question().name(), bytes.array()));
        });
        return rows;
    }

    /** Reads what {@link #store()} wrote; rows of one channel and question from several services are added. */
    public static Map<Key, RatingCounts> load(List<StoredRow> rows) {
        Map<Key, RatingCounts> counts = new TreeMap<>();
        for (StoredRow row : rows) {
            Key key = new Key(row.channel(), Question.valueOf(row.question()));
            long[] longs = new long[row.state().length / Long.BYTES];
            ByteBuffer.wrap(row.state()).asLongBuffer().get(longs);
            counts.merge(key, RatingCounts.fromLongs(key.question().definition, longs), RatingCounts::plus);
        }
        return counts;
    }

    /** Goes on counting from a state. */
    public void restore(Map<Key, RatingCounts> state) {
        state.forEach((key, counts) -> update(key, tally -> tally.add(counts)));
    }

    /** Two instances count last month, a third one counts this month on several threads, and answers. */
    public static List<String> run() {
        FeedbackService first = new FeedbackService(Map.of());
        FeedbackService second = new FeedbackService(Map.of());
        IntStream.range(0, 300).forEach(i -> (i % 3 == 0 ? first : second).accept(MadeUpData.form(i, 4)));
        List<StoredRow> rows = new ArrayList<>(first.store());
        rows.addAll(second.store());

        FeedbackService live = new FeedbackService(load(rows));
        IntStream.range(0, 400).parallel().forEach(i -> live.accept(MadeUpData.form(i, 6)));
        FeedbackService restarted = new FeedbackService(load(rows));
        restarted.restore(load(live.store()));
        restarted.accept(new Feedback("phone", 9, null, 7));

        List<String> lines = new ArrayList<>();
        for (String channel : List.of("app", "phone", "shop")) {
            restarted.scores(channel).forEach((question, score) -> lines.add(channel + " " + question + " " + score));
        }
        return lines;
    }

    /** Prints the answers. */
    public static void main(String[] args) {
        run().forEach(System.out::println);
    }
}
