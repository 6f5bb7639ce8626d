package io.github.cxkit.examples.recovery;

import io.github.cxkit.examples.csv.BadValue;
import io.github.cxkit.examples.csv.Row;
import io.github.cxkit.recovery.Compensation;
import io.github.cxkit.recovery.Evidence;
import io.github.cxkit.recovery.Failure;
import io.github.cxkit.recovery.Handling;
import io.github.cxkit.recovery.Handling.Promises;
import io.github.cxkit.recovery.Loss;
import io.github.cxkit.recovery.Promptness;
import io.github.cxkit.recovery.RecoveryCase;
import io.github.cxkit.recovery.Redress;
import io.github.cxkit.recovery.Redress.Resource;
import io.github.cxkit.recovery.Treatment;
import io.github.cxkit.recovery.Treatment.Apology;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads a row into the facts of a case: an empty cell is not known, which is neither good nor bad. */
final class CaseReader {

    /** Which text is no fact, and which says that there cannot be one. */
    record Missing(Set<String> unknown, Set<String> notApplicable) {}

    private final Map<Fact, Integer> columns;
    private final Map<Fact, String> names;
    private final Missing missing;
    private final CurrencyUnit usualCurrency;

    /** The currency is that of files without a column for it. */
    CaseReader(Map<Fact, Integer> columns, Map<Fact, String> names, Missing missing, CurrencyUnit usualCurrency) {
        this.columns = new EnumMap<>(columns);
        this.names = new EnumMap<>(names);
        this.missing = missing;
        this.usualCurrency = usualCurrency;
    }

    RecoveryCase read(Row row) throws BadValue {
        try {
            return new Reading(row).read();
        } catch (IllegalArgumentException contradiction) {
            throw new BadValue(
                    "",
                    "",
                    String.valueOf(contradiction.getMessage())
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
    }

    /** A function of a cell that may refuse it. */
    private interface Cell<T> {
        T of(String column, String text) throws BadValue;
    }

    /** The row at hand. */
    private final class Reading {

        private final Row row;

        Reading(Row row) {
            this.row = row;
        }

        RecoveryCase read() throws BadValue {
            Optional<Boolean> noticed = value(Fact.NOTICED, Cells::flag);
            Failure failure = Failure.unclassified();
            return RecoveryCase.of(noticed.isPresent() ? failure.withNoticed(noticed.get()) : failure)
                    .withHandling(handling())
                    .withTreatment(treatment())
                    .withRedress(redress())
                    .withNotApplicable(notApplicable().toArray(Evidence[]::new));
        }

        private Set<Evidence> notApplicable() {
            Set<Evidence> found = EnumSet.noneOf(Evidence.class);
            for (Fact fact : columns.keySet()) {
                if (isNotApplicable(fact) && !Fact.LOSSES.contains(fact)) {
                    fact.evidence().ifPresent(found::add);
                }
            }
            boolean noLoss = columns.keySet().stream().anyMatch(Fact.LOSSES::contains)
                    && Fact.LOSSES.stream().filter(columns::containsKey).allMatch(this::isNotApplicable);
            if (noLoss) {
                found.add(Evidence.REDRESS);
            }
            return found;
        }

        private Handling handling() throws BadValue {
            return new Handling(
                    promptness(Fact.FIRST_RESPONSE, Fact.EXPECTED_FIRST_RESPONSE, Fact.RESPONSE_IN_TIME),
                    promptness(Fact.RESOLUTION, Fact.EXPECTED_RESOLUTION, Fact.RESOLVED_IN_TIME),
                    count(Fact.CONTACTS),
                    count(Fact.HAND_OFFS),
                    count(Fact.CHANNEL_SWITCHES),
                    count(Fact.REOPENINGS),
                    promises(),
                    value(Fact.CHOICE_OFFERED, Cells::flag));
        }

        private OptionalInt count(Fact fact) throws BadValue {
            return value(fact, Cells::count).map(OptionalInt::of).orElse(OptionalInt.empty());
        }

        /** The times where both are known, else whether the target was met, else what there is. */
        private Optional<Promptness> promptness(Fact time, Fact expectedTime, Fact inTime) throws BadValue {
            Optional<Duration> took = value(time, (column, text) -> Cells.time(column, text, Cells.unit(column)));
            Optional<Duration> expected =
                    value(expectedTime, (column, text) -> Cells.time(column, text, Cells.unit(column)));
            Optional<Boolean> met = value(inTime, Cells::flag);
            if (expected.isPresent() && expected.get().isZero()) {
                throw bad(expectedTime, "not above 0");
            }
            if (took.isPresent() && expected.isPresent()) {
                Promptness both = Promptness.took(took.get()).against(expected.get());
                if (met.isPresent() && !met.equals(both.isMet())) {
                    throw bad(inTime, "contradicts the times of the case");
                }
                return Optional.of(both);
            }
            return met.map(Promptness::met)
                    .or(() -> took.map(Promptness::took))
                    .or(() -> expected.map(Promptness::within));
        }

        private Optional<Promises> promises() throws BadValue {
            Optional<Integer> made = value(Fact.PROMISES_MADE, Cells::count);
            Optional<Integer> kept = value(Fact.PROMISES_KEPT, Cells::count);
            if (made.isPresent() && made.get() == 0 && kept.isEmpty()) {
                return Optional.of(Promises.kept(0).outOf(0));
            }
            if (made.isPresent() && kept.isPresent() && kept.get() > made.get()) {
                throw bad(Fact.PROMISES_KEPT, "more than promises made");
            }
            return made.flatMap(m -> kept.map(k -> Promises.kept(k).outOf(m)));
        }

        private Treatment treatment() throws BadValue {
            return new Treatment(
                    apology(),
                    level(Fact.COURTESY),
                    level(Fact.EFFORT),
                    level(Fact.EXPLANATION),
                    value(Fact.VIOLATIONS, Cells::violations),
                    Optional.empty());
        }

        private OptionalDouble level(Fact fact) throws BadValue {
            return value(fact, Cells::level).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        }

        /** Known where all three parts are, or where there was none. */
        private Optional<Apology> apology() throws BadValue {
            Optional<Boolean> any = value(Fact.APOLOGY, Cells::flag);
            Optional<Double> empathy = value(Fact.APOLOGY_EMPATHY, Cells::level);
            Optional<Double> intensity = value(Fact.APOLOGY_INTENSITY, Cells::level);
            Optional<Double> timeliness = value(Fact.APOLOGY_TIMELINESS, Cells::level);
            Optional<Apology> parts = empathy.isPresent() && intensity.isPresent() && timeliness.isPresent()
                    ? Optional.of(Apology.of(empathy.get(), intensity.get(), timeliness.get()))
                    : Optional.empty();
            if (any.isPresent() && !any.get()) {
                if (parts.isPresent() && !parts.get().equals(Apology.NONE)) {
                    throw bad(Fact.APOLOGY, "contradicts the parts of the apology");
                }
                return Optional.of(Apology.NONE);
            }
            return parts;
        }

        private Redress redress() throws BadValue {
            value(Fact.CURRENCY, Cells::currency);
            return new Redress(
                    loss(),
                    given(),
                    value(Fact.SERVICE_ACCEPTED, Cells::accepted),
                    value(Fact.CORE_PROBLEM_FIXED, Cells::flag));
        }

        /** Known where every column of a loss says something: a part that is not known is not 0. */
        private Optional<Loss> loss() throws BadValue {
            // Read before it is decided what is known, so that a bad cell is found in any case.
            Optional<Money> money = money(Fact.LOSS);
            Optional<Money> outOfPocket = money(Fact.LOSS_OUT_OF_POCKET);
            Optional<Money> trouble = money(Fact.LOSS_TROUBLE);
            Optional<Money> hour = money(Fact.VALUE_OF_HOUR);
            Optional<Duration> time =
                    value(Fact.LOSS_HOURS, (column, text) -> Cells.time(column, text, ChronoUnit.HOURS));
            Optional<Resource> kind = value(Fact.LOSS_KIND, Cells::resource);
            boolean timeOfNoValue = time.isPresent() && !time.get().isZero() && hour.isEmpty();
            if (!isLossKnown() || timeOfNoValue) {
                return Optional.empty();
            }
            Loss loss = Loss.of(money.orElse(Money.zero(currency())));
            loss = outOfPocket.map(loss::withOutOfPocket).orElse(loss);
            loss = trouble.map(loss::withTrouble).orElse(loss);
            loss = time.isPresent() && hour.isPresent() ? loss.withTime(time.get(), hour.get()) : loss;
            return Optional.of(kind.map(loss::withResource).orElse(loss));
        }

        private boolean isLossKnown() {
            List<Fact> apply = Fact.LOSSES.stream()
                    .filter(fact -> columns.containsKey(fact) && !isNotApplicable(fact))
                    .toList();
            return !apply.isEmpty()
                    && apply.stream().allMatch(fact -> text(fact).isPresent());
        }

        private Optional<Compensation> given() throws BadValue {
            Optional<Money> money = money(Fact.COMPENSATION);
            Optional<Resource> kind = value(Fact.COMPENSATION_KIND, Cells::resource);
            Optional<Boolean> immediate = value(Fact.COMPENSATION_IMMEDIATE, Cells::flag);
            return money.map(Compensation::of)
                    .map(given -> kind.map(given::withResource).orElse(given))
                    .map(given -> immediate.map(given::withImmediate).orElse(given));
        }

        private Optional<Money> money(Fact fact) throws BadValue {
            if (text(fact).isEmpty()) {
                return Optional.empty();
            }
            CurrencyUnit currency = currency();
            return value(fact, (column, text) -> Cells.money(column, text, currency));
        }

        /** Asked for only where there is an amount. */
        private CurrencyUnit currency() throws BadValue {
            if (!columns.containsKey(Fact.CURRENCY)) {
                return usualCurrency;
            }
            return value(Fact.CURRENCY, Cells::currency)
                    .orElseThrow(() -> bad(Fact.CURRENCY, "an amount without a currency"));
        }

        private <T> Optional<T> value(Fact fact, Cell<T> cell) throws BadValue {
            String text = text(fact).orElse(null);
            return text == null ? Optional.empty() : Optional.of(cell.of(name(fact), text));
        }

        /** What the cell says; empty where it says nothing. */
        private Optional<String> text(Fact fact) {
            return raw(fact)
                    .filter(text -> !missing.unknown().contains(text)
                            && !missing.notApplicable().contains(text));
        }

        private boolean isNotApplicable(Fact fact) {
            return raw(fact).filter(missing.notApplicable()::contains).isPresent();
        }

        private Optional<String> raw(Fact fact) {
            @Nullable Integer index = columns.get(fact);
            return index == null
                    ? Optional.empty()
                    : Optional.of(row.text(index).strip());
        }

        private BadValue bad(Fact fact, String reason) {
            return new BadValue(name(fact), raw(fact).orElse(""), reason);
        }

        private String name(Fact fact) {
            return Objects.requireNonNull(names.get(fact));
        }
    }
}
