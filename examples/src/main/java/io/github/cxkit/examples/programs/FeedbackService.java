package io.github.cxkit.examples.programs;

import static java.util.stream.Collectors.toMap;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.metrics.ResultView;
import io.github.cxkit.metrics.change.Change;
import io.github.cxkit.metrics.rating.Ces;
import io.github.cxkit.metrics.rating.Csat;
import io.github.cxkit.metrics.rating.CustomScore;
import io.github.cxkit.metrics.rating.Nps;
import io.github.cxkit.metrics.rating.RatingCounts;
import io.github.cxkit.metrics.rating.RatingMetric;
import io.github.cxkit.metrics.rating.RatingTally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A service that counts feedback as it comes in, on several threads, and answers with live scores per channel. Its lesson: keep counts, show views. Counts add up,
 * whoever counted them and wherever they were stored; a view is what a web service returns.
 */
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
            Integer answer = reader.apply(feedback);
            return answer == null ? Answer.SKIPPED : definition.scale().answer(answer);
        }

        private CustomScore score(@Nullable RatingCounts counts) {
            return CustomScore.from(definition, counts == null ? RatingCounts.empty(definition.scale()) : counts);
        }
    }

    /** What is counted apart. */
    public record Key(String channel, Question question) {}

    /** A row of the table in which the state is stored between two runs. */
    @SuppressWarnings("ArrayRecordComponent") // as the database driver has it
    public record StoredRow(Key key, long[] state) {}

    private final Map<Key, RatingTally> tallies = new ConcurrentHashMap<>();
    private final Map<Key, RatingCounts> lastMonth;

    /** Starts a month. */
    public FeedbackService(Map<Key, RatingCounts> lastMonth) {
        this.lastMonth = Map.copyOf(lastMonth);
    }

    /** Counts one form; any thread may call this. All questions are read before any is counted, so that a bad answer leaves nothing behind. */
    public void accept(Feedback feedback) {
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            answers.put(question, question.answer(feedback));
        }
        answers.forEach((question, answer) -> update(new Key(feedback.channel(), question), t -> t.accept(answer)));
    }

    /** A tally is of one thread; the map holds a key's lock while the function runs. */
    private void update(Key key, Consumer<RatingTally> step) {
        tallies.compute(key, (k, known) -> {
            RatingTally tally =
                    known == null ? RatingTally.on(k.question().definition.scale()) : known;
            step.accept(tally);
            return tally;
        });
    }

    /** Returns what has been counted so far. */
    public Map<Key, RatingCounts> counts() {
        Map<Key, RatingCounts> counts = new ConcurrentHashMap<>();
        tallies.keySet().forEach(key -> update(key, tally -> counts.put(key, tally.counts())));
        return counts;
    }

    /** Answers a request for the scores of one channel: views, as any JSON mapper writes them, with a verdict where last month is known. */
    public Map<Question, ResultView> scores(String channel) {
        Map<Key, RatingCounts> now = counts();
        Map<Question, ResultView> views = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Key key = new Key(channel, question);
            views.put(question, view(question.score(lastMonth.get(key)), question.score(now.get(key))));
        }
        return views;
    }

    private static ResultView view(CustomScore before, CustomScore now) {
        boolean isComparable = !before.isEmpty() && !now.isEmpty();
        return isComparable ? now.view().withVerdict(Change.between(before, now).verdict()) : now.view();
    }

    /** Returns the state for a table. */
    public List<StoredRow> store() {
        List<StoredRow> rows = new ArrayList<>();
        counts().forEach((key, counts) -> rows.add(new StoredRow(key, counts.toLongs())));
        return rows;
    }

    /** Reads what {@link #store()} wrote; rows of one channel and question from several services are added. */
    public static Map<Key, RatingCounts> load(List<StoredRow> rows) {
        return rows.stream()
                .collect(toMap(
                        StoredRow::key,
                        row -> RatingCounts.fromLongs(row.key().question().definition, row.state()),
                        RatingCounts::plus));
    }

    /** Goes on counting from a state. */
    public void restore(Map<Key, RatingCounts> state) {
        state.forEach((key, counts) -> update(key, tally -> tally.add(counts)));
    }

    /** Counts a month of two channels, and prints the answers. */
    public static void main(String[] args) {
        FeedbackService service = new FeedbackService(Map.of());
        IntStream.range(0, 400).parallel().forEach(i -> service.accept(MadeUpData.form(i, 6)));
        List.of("app", "phone", "shop").forEach(channel -> System.out.println(channel + " " + service.scores(channel)));
    }
}
