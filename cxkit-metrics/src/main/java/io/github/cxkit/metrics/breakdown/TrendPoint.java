package io.github.cxkit.metrics.breakdown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.cxkit.core.TimeWindow;
import io.github.cxkit.metrics.Score;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One period of a {@link Trend}, or several in a row.
 *
 * @param <S> the type of the score
 * @param firstDay the first day, in the zone of the trend
 * @param label the name of the period, such as {@code 2026-W09}, or of the first and the last, such as {@code 2026-01 to 2026-03}
 * @param window when it began, inclusive, and ended, exclusive
 * @param score the score of its answers; of none, and so undefined, where there were none
 */
public record TrendPoint<S extends Score>(LocalDate firstDay, String label, TimeWindow window, S score) {

    /**
     * Checks the parts.
     *
     * @param firstDay the first day
     * @param label the name of the period
     * @param window when it began and ended
     * @param score the score of its answers
     */
    public TrendPoint {
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(score, "score");
    }

    /**
     * Returns the period and the score in plain values; what JSON shows of it.
     *
     * @return the view
     */
    @JsonValue
    public Trend.PeriodView view() {
        return new Trend.PeriodView(
                label, window.from().toString(), window.until().toString(), score.view());
    }

    /**
     * Returns the label and the score.
     *
     * @return for example {@code 2026-03: NPS 25.0 (95% CI 9.4 to 39.3, n=100)} or {@code 2026-04: NPS undefined (n=0)}
     */
    @Override
    public String toString() {
        return label + ": " + score;
    }
}
