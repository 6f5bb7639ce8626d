package io.github.cxkit.core;

import java.io.Serializable;
import java.util.Objects;

/**
 * An integer rating scale: its lowest point, its highest point, and which end is good.
 *
 * <p>Zero is an ordinary point: {@code Scale.highIsGood(0, 10)} has eleven. A scale never rounds, clamps or guesses: 11, −1,
 * 6.5, NaN and {@code "Blank"} on a scale from 0 to 10 are errors that name the bounds and the value.
 *
 * @param lowest the lowest point, inclusive
 * @param highest the highest point, inclusive; at most {@value #MAX_POINTS} points in all
 * @param direction whether the highest or the lowest point is the good end
 * @serial exclude
 */
public record Scale(int lowest, int highest, Direction direction) implements Serializable {

    /** The largest number of points a scale may have. */
    public static final int MAX_POINTS = 1_001;

    /** How much of a text that is no answer an error message repeats. */
    private static final int SHOWN_CHARACTERS = 20;

    /**
     * Checks the parts.
     *
     * @param lowest the lowest point
     * @param highest the highest point
     * @param direction which end is good
     * @throws IllegalArgumentException if there are fewer than 2 or more than {@value #MAX_POINTS} points
     */
    public Scale {
        Objects.requireNonNull(direction, "direction");
        long points = (long) highest - lowest + 1;
        if (points < 2 || points > MAX_POINTS) {
            throw new IllegalArgumentException("scale must have 2 to " + MAX_POINTS + " points, but [" + lowest + ", "
                    + highest + "] has " + Math.max(0, points));
        }
    }

    /**
     * Returns a scale on which the highest point is the best answer, as for satisfaction.
     *
     * @param lowest the lowest point, inclusive
     * @param highest the highest point, inclusive
     * @return the scale
     * @throws IllegalArgumentException if there are fewer than 2 or more than {@value #MAX_POINTS} points
     */
    public static Scale highIsGood(int lowest, int highest) {
        return new Scale(lowest, highest, Direction.HIGHER_IS_BETTER);
    }

    /**
     * Returns a scale on which the lowest point is the best answer, as for effort.
     *
     * @param lowest the lowest point, inclusive
     * @param highest the highest point, inclusive
     * @return the scale
     * @throws IllegalArgumentException if there are fewer than 2 or more than {@value #MAX_POINTS} points
     */
    public static Scale lowIsGood(int lowest, int highest) {
        return new Scale(lowest, highest, Direction.LOWER_IS_BETTER);
    }

    /**
     * Returns the number of points.
     *
     * @return at least 2
     */
    public int points() {
        return highest - lowest + 1;
    }

    /**
     * Returns whether a value is a point of this scale.
     *
     * @param value the value
     * @return true within {@code [lowest, highest]}
     */
    public boolean contains(int value) {
        return lowest <= value && value <= highest;
    }

    /**
     * Returns the given answer with this value.
     *
     * @param value the value
     * @return the answer
     * @throws IllegalArgumentException if the value is not a point of this scale
     */
    public Answer answer(int value) {
        return Answer.given(check(value));
    }

    /**
     * Returns the given answer with this value, which must be a whole number: 6.5 is no answer, and is not rounded to one.
     *
     * @param value the value
     * @return the answer
     * @throws IllegalArgumentException if the value is not a point of this scale, not whole, infinite or NaN
     */
    public Answer answer(double value) {
        int whole = (int) value;
        if (whole != value) {
            throw notWhole(Double.toString(value));
        }
        return answer(whole);
    }

    /**
     * Returns the given answer that a text spells: decimal digits, optionally after a sign, and nothing else. White space around
     * them is left aside: {@code " 7"} is 7.
     *
     * <ul>
     *   <li>{@code "6.5"}, {@code "7 8"}, {@code "Blank"}, the blank and the empty text are errors; which texts stand for a skipped
     *       answer is for the caller to know.
     *   <li>The message repeats the first {@value #SHOWN_CHARACTERS} characters of the text at most, as a comment may have
     *       strayed into an answer's place.
     * </ul>
     *
     * @param text the text
     * @return the answer
     * @throws IllegalArgumentException if the text is not an integer or not a point of this scale
     */
    public Answer parse(CharSequence text) {
        int value;
        try {
            value = Integer.parseInt(text.toString().strip());
        } catch (NumberFormatException notAnInteger) {
            String shown =
                    text.length() <= SHOWN_CHARACTERS ? text.toString() : text.subSequence(0, SHOWN_CHARACTERS) + "…";
            throw notWhole('"' + shown + '"');
        }
        return answer(value);
    }

    /**
     * Returns the same point counted from the other end: on 1–7, 2 becomes 6. Reversing twice gives the value itself.
     *
     * @param value a point of this scale
     * @return the mirrored point
     * @throws IllegalArgumentException if the value is not a point of this scale
     */
    public int mirror(int value) {
        return lowest + (highest - check(value));
    }

    /**
     * Returns the scale with the same points and the other end good.
     *
     * @return the reversed scale
     */
    public Scale reversed() {
        return new Scale(lowest, highest, direction.reversed());
    }

    /**
     * Returns the scale in words.
     *
     * @return for example {@code 0–10, high is good}
     */
    @Override
    public String toString() {
        return lowest + "–" + highest + (direction == Direction.HIGHER_IS_BETTER ? ", high is good" : ", low is good");
    }

    private int check(int value) {
        if (!contains(value)) {
            throw new IllegalArgumentException("answer must be in [" + lowest + ", " + highest + "], but was " + value);
        }
        return value;
    }

    private IllegalArgumentException notWhole(String shown) {
        return new IllegalArgumentException(
                "answer must be an integer in [" + lowest + ", " + highest + "], but was " + shown);
    }
}
