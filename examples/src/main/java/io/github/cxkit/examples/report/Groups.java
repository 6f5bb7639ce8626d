package io.github.cxkit.examples.report;

import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of one breakdown. */
final class Groups {

    /** A column of ids would need memory for every row. */
    private static final int MOST = 10_000;

    private final Grouping grouping;
    private final List<Question> questions;
    private final Map<String, Group> groups = new HashMap<>();

    Groups(Grouping grouping, List<Question> questions) {
        this.grouping = grouping;
        this.questions = questions;
    }

    Grouping grouping() {
        return grouping;
    }

    Group group(String name) {
        Group group = groups.get(name);
        if (group == null) {
            group = new Group(questions);
            groups.put(name, group);
            checkSize(groups.size());
        }
        return group;
    }

    /** The groups in order, those without rows included. */
    Map<String, Group> arranged() {
        List<String> names = grouping.arrange(groups.keySet());
        checkSize(names.size());
        Map<String, Group> arranged = new LinkedHashMap<>();
        names.forEach(name -> arranged.put(name, groups.getOrDefault(name, new Group(questions))));
        return arranged;
    }

    /** All groups together. */
    Group sum() {
        Group sum = new Group(questions);
        groups.values().forEach(sum::add);
        return sum;
    }

    private void checkSize(int size) {
        if (size > MOST) {
            throw CommandFailure.usage("there are more than " + MOST + " groups by " + Text.oneLine(grouping.title())
                    + ". Maybe it is a column of ids, or of dates among which one is far off.");
        }
    }
}
