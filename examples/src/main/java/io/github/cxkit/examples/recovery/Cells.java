package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.recovery.Redress.Resource;
import io.github.cxkit.recovery.Treatment.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Reads cells; what is none is a {@link BadValue}. */
final class Cells {

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}(\\.0{1,9})?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private Cells() {}

    static int count(String column, String text) throws BadValue {
        if (!COUNT.matcher(text).matches()) {
            throw new BadValue(column, text, "not a number from 0 on");
        }
        return new BigDecimal(text).intValueExact();
    }

    /** From 0 to 1, in per cent, or yes and no for all and nothing. */
    static double level(String column, String text) throws BadValue {
        Optional<Boolean> all = yesOrNo(text);
        if (all.isPresent()) {
            return all.get() ? 1 : 0;
        }
        boolean percent = text.endsWith("%");
        String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
        if (NUMBER.matcher(digits).matches()) {
            BigDecimal number = new BigDecimal(digits);
            BigDecimal level = percent ? number.divide(HUNDRED) : number;
            if (level.signum() >= 0 && level.compareTo(BigDecimal.ONE) <= 0) {
                return level.doubleValue();
            }
        }
        throw new BadValue(column, text, "not between 0 and 1");
    }

    static boolean flag(String column, String text) throws BadValue {
        return yesOrNo(text).orElseThrow(() -> new BadValue(column, text, "not yes or no"));
    }

    static boolean accepted(String column, String text) throws BadValue {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "accepted" -> true;
            case "rejected" -> false;
            default -> yesOrNo(text).orElseThrow(() -> new BadValue(column, text, "not accepted or rejected"));
        };
    }

    static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1" -> Optional.of(true);
            case "no", "n", "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A number of the column's unit, or a duration such as PT6H30M. */
    static Duration time(String column, String text, ChronoUnit unit) throws BadValue {
        Duration time = NUMBER.matcher(text).matches() ? times(unit, new BigDecimal(text)) : parsed(column, text, unit);
        if (time.isNegative()) {
            throw new BadValue(column, text, "below 0");
        }
        return time;
    }

    private static Duration parsed(String column, String text, ChronoUnit unit) throws BadValue {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException other) {
            throw new BadValue(
                    column, text, "not a number of " + unit.toString().toLowerCase(Locale.ROOT) + " or a PT6H30M");
        }
    }

    private static Duration times(ChronoUnit unit, BigDecimal number) {
        BigDecimal seconds =
                number.multiply(BigDecimal.valueOf(unit.getDuration().toSeconds()));
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Duration.ofSeconds(
                whole.longValueExact(), seconds.subtract(whole).multiply(NANOS).longValue());
    }

    /** The unit that the name of a column ends with; hours where it says none. */
    static ChronoUnit unit(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        if (name.endsWith("minutes") || name.endsWith("_min")) {
            return ChronoUnit.MINUTES;
        }
        if (name.endsWith("seconds") || name.endsWith("_s")) {
            return ChronoUnit.SECONDS;
        }
        return name.endsWith("days") ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    }

    static CurrencyUnit currency(String column, String text) throws BadValue {
        try {
            return CurrencyUnit.of(text.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException unknown) {
            throw new BadValue(column, text, "not a currency such as EUR");
        }
    }

    static Money money(String column, String text, CurrencyUnit currency) throws BadValue {
        if (!NUMBER.matcher(text).matches()) {
            throw new BadValue(column, text, "not an amount such as 120.50");
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() < 0) {
            throw new BadValue(column, text, "below 0");
        }
        if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            throw new BadValue(column, text, "more decimals than " + currency + " has");
        }
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }

    static Resource resource(String column, String text) throws BadValue {
        for (Resource resource : Resource.values()) {
            if (resource.name().equalsIgnoreCase(text)) {
                return resource;
            }
        }
        throw new BadValue(column, text, "not money, goods, service or credit");
    }

    /** Several stand beside each other with a semicolon; "none" says that there were none. */
    static Set<Violation> violations(String column, String text) throws BadValue {
        Set<Violation> found = EnumSet.noneOf(Violation.class);
        if (text.equalsIgnoreCase("none") || text.equalsIgnoreCase("no")) {
            return found;
        }
        for (String word : text.split("[;|,+]", -1)) {
            found.add(violation(column, word.strip()));
        }
        return found;
    }

    private static Violation violation(String column, String word) throws BadValue {
        for (Violation violation : Violation.values()) {
            if (violation.name().equalsIgnoreCase(word.replace(' ', '_').replace('-', '_'))) {
                return violation;
            }
        }
        throw new BadValue(column, word, "not none, rude, blamed_customer, untrue or ignored_message");
    }

    /** Any number. */
    static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }
}
