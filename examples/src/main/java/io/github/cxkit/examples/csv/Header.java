package io.github.cxkit.examples.csv;

import io.github.cxkit.examples.CommandFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names of a file's columns, and where to find them. */
public record Header(List<String> names) {

    private static final int LISTED = 30;

    public Header {
        names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            int first = names.indexOf(names.get(i));
            if (first < i && !names.get(i).isEmpty()) {
                throw CommandFailure.unreadable("two columns have the name \"" + Text.oneLine(names.get(i))
                        + "\": columns " + (first + 1) + " and " + (i + 1));
            }
        }
    }

    public int size() {
        return names.size();
    }

    public String name(int index) {
        return names.get(index);
    }

    /** The column with this name; in upper or lower case, where that leaves no doubt. */
    public Optional<Integer> find(String name) {
        int exact = names.indexOf(name);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        List<Integer> found = IntStream.range(0, names.size())
                .filter(i -> names.get(i).equalsIgnoreCase(name))
                .boxed()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The first of the usual names that is there. */
    public Optional<Integer> findFirst(List<String> usualNames) {
        return usualNames.stream().flatMap(name -> find(name).stream()).findFirst();
    }

    /** The column that an option names; without it the command cannot go on. */
    public int require(String name, String option) {
        return find(name)
                .orElseThrow(() -> CommandFailure.usage("no column \"" + Text.oneLine(name) + "\" for " + option + "; "
                        + describe()
                        + closest(name).map(near -> " Maybe \"" + near + "\".").orElse("")));
    }

    /** Which columns there are, as a sentence; with advice where the separator seems to be another. */
    public String describe() {
        String listed = names.stream().limit(LISTED).map(Text::oneLine).collect(Collectors.joining(", "));
        String rest = names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "";
        return "the columns are: " + listed + rest + "." + separatorAdvice();
    }

    private String separatorAdvice() {
        if (names.size() > 1) {
            return "";
        }
        String only = names.get(0);
        return only.contains(";")
                ? " Maybe --separator \";\"."
                : only.contains("\t")
                        ? " Maybe --separator tab."
                        : only.contains(",") ? " Maybe --separator \",\"." : "";
    }

    private Optional<String> closest(String name) {
        int allowed = Math.max(1, name.length() / 3);
        return names.stream()
                .filter(candidate -> !candidate.isEmpty()
                        && distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT)) <= allowed)
                .min((a, b) -> Integer.compare(
                        distance(name.toLowerCase(Locale.ROOT), a.toLowerCase(Locale.ROOT)),
                        distance(name.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT))))
                .map(Text::oneLine);
    }

    /** How many letters must be put in, left out or changed to turn one name into the other. */
    private static int distance(String one, String other) {
        int[] previous = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
