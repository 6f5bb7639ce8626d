package io.github.cxkit.examples.report;

import io.github.cxkit.core.Answer;
import io.github.cxkit.core.Scale;
import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.ColumnChoice;
import io.github.cxkit.examples.csv.Row;
import io.github.cxkit.examples.csv.Text;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the answers to one question. */
final class AnswerReader {

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");

    private final Question question;
    private final int index;
    /** What the usual texts stand for; one look-up per cell, and no new object. */
    private final Map<String, Answer> known = new HashMap<>();
    /** The same for texts of one ASCII character, which most answers are. */
    private final @Nullable Answer[] knownCharacters = new Answer[128];

    AnswerReader(Question question, MissingTexts missing) {
        this.question = question;
        this.index = question.index();
        Scale scale = question.scale();
        for (int point = scale.lowest(); point <= scale.highest(); point++) {
            remember(Integer.toString(point), scale.answer(point));
        }
        missing.skipped().forEach(text -> know(text, Answer.SKIPPED, "--skipped"));
        missing.notApplicable().forEach(text -> know(text, Answer.NOT_APPLICABLE, "--not-applicable"));
    }

    private void know(String text, Answer answer, String option) {
        Answer before = remember(text, answer);
        if (before != null && before.isGiven()) {
            throw CommandFailure.usage(option + " " + text + " is an answer on the " + question.kind() + " scale "
                    + Text.ascii(question.scale().toString()) + ". Maybe leave that question out with --"
                    + question.kind().name().toLowerCase(Locale.ROOT) + " " + ColumnChoice.NONE + ".");
        }
        if (before != null && !before.equals(answer)) {
            throw CommandFailure.usage("\"" + text + "\" cannot stand for both --skipped and --not-applicable.");
        }
    }

    private @Nullable Answer remember(String text, Answer answer) {
        if (text.length() == 1 && text.charAt(0) < knownCharacters.length) {
            knownCharacters[text.charAt(0)] = answer;
        }
        return known.put(text, answer);
    }

    Answer read(Row row) throws BadValue {
        String text = row.text(index);
        Answer answer = text.length() == 1 && text.charAt(0) < knownCharacters.length
                ? knownCharacters[text.charAt(0)]
                : known.get(text);
        return answer != null ? answer : parse(text);
    }

    /** Other spellings, such as 07 or +7. */
    private Answer parse(String text) throws BadValue {
        try {
            return question.scale().parse(text);
        } catch (IllegalArgumentException noAnswer) {
            Scale scale = question.scale();
            String reason = INTEGER.matcher(text).matches() ? "off the scale " : "not an integer on the scale ";
            throw new BadValue(question.column(), text, reason + scale.lowest() + "-" + scale.highest());
        }
    }
}
