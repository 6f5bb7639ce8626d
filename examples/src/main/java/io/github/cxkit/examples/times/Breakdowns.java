package io.github.cxkit.examples.times;

import io.github.cxkit.core.CalendarPeriod;
import io.github.cxkit.examples.CommandFailure;
import io.github.cxkit.examples.csv.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cases sorted into groups.
 *
 * @param title what they are sorted by
 * @param groups the cases of each group, in the order in which groups are shown
 * @param months whether the groups are months, which are not compared with all others together
 */
record Breakdowns(String title, Map<String, List<CaseOnFile>> groups, boolean months) {

    /** A column of ids has a group per case. */
    private static final int MOST = 1_000;

    /** By the cells of a column, numbers in their order and empty cells last. */
    static Breakdowns byColumn(String title, int breakdown, List<CaseOnFile> cases) {
        Map<String, List<CaseOnFile>> groups =
                sorted(title, cases, each -> each.groups().get(breakdown));
        boolean numbers =
                groups.keySet().stream().allMatch(name -> name.equals(CaseOnFile.EMPTY) || name.matches("\\d{1,18}"));
        Comparator<String> order = Comparator.comparing(name -> name.equals(CaseOnFile.EMPTY));
        order = numbers
                ? order.thenComparingLong(name -> name.equals(CaseOnFile.EMPTY) ? 0 : Long.parseLong(name))
                : order;
        return new Breakdowns(
                title, arranged(groups, groups.keySet(), order.thenComparing(Comparator.naturalOrder())), false);
    }

    /** By the month in which cases began, in the zone, none left out between the first and the last. */
    static Breakdowns byMonth(List<CaseOnFile> cases, ZoneId zone) {
        Function<CaseOnFile, LocalDate> month =
                each -> CalendarPeriod.MONTH.firstDay(each.begun().atZone(zone).toLocalDate());
        String title = "month of opening";
        Map<String, List<CaseOnFile>> groups =
                sorted(title, cases, each -> CalendarPeriod.MONTH.label(month.apply(each)));
        List<String> names = new ArrayList<>();
        LocalDate last =
                cases.stream().map(month).max(Comparator.naturalOrder()).orElseThrow();
        for (LocalDate first =
                        cases.stream().map(month).min(Comparator.naturalOrder()).orElseThrow();
                !first.isAfter(last);
                first = CalendarPeriod.MONTH.nextFirstDay(first)) {
            names.add(CalendarPeriod.MONTH.label(first));
            check(title, names.size());
        }
        return new Breakdowns(title, arranged(groups, names, Comparator.naturalOrder()), true);
    }

    private static Map<String, List<CaseOnFile>> sorted(
            String title, List<CaseOnFile> cases, Function<CaseOnFile, String> name) {
        Map<String, List<CaseOnFile>> groups = new HashMap<>();
        for (CaseOnFile each : cases) {
            groups.computeIfAbsent(name.apply(each), newGroup -> new ArrayList<>())
                    .add(each);
            check(title, groups.size());
        }
        return groups;
    }

    private static Map<String, List<CaseOnFile>> arranged(
            Map<String, List<CaseOnFile>> groups, Collection<String> names, Comparator<String> order) {
        Map<String, List<CaseOnFile>> arranged = new LinkedHashMap<>();
        names.stream().sorted(order).forEach(name -> arranged.put(name, groups.getOrDefault(name, List.of())));
        return arranged;
    }

    private static void check(String title, int size) {
        if (size > MOST) {
            throw CommandFailure.usage("there are more than " + MOST + " groups by " + Text.oneLine(title)
                    + ". Maybe it is a column of ids, or one of the times is far off.");
        }
    }

    /** The cases of a group or of a run of groups such as {@code 2026-01..2026-03}; none where there is no such group. */
    List<CaseOnFile> casesOf(String side) {
        if (groups.containsKey(side)) {
            return groups.getOrDefault(side, List.of());
        }
        int to = side.indexOf("..");
        List<String> names = new ArrayList<>(groups.keySet());
        int first = to < 0 ? -1 : names.indexOf(side.substring(0, to));
        int last = to < 0 ? -1 : names.indexOf(side.substring(to + 2));
        return first < 0 || last < first
                ? List.of()
                : names.subList(first, last + 1).stream()
                        .flatMap(name -> groups.getOrDefault(name, List.of()).stream())
                        .toList();
    }
}
