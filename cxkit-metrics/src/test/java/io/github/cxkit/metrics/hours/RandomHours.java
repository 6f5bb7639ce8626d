package io.github.cxkit.metrics.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Opening hours drawn at random, near a jump of the clock or a new year, and the same as plain lists of minutes that say nothing of sums. */
record RandomHours(
        ZoneId zone,
        Instant about,
        OpeningHours hours,
        Map<DayOfWeek, List<int[]>> week,
        Map<LocalDate, List<int[]>> ownHours) {

    private static final List<String> ZONES = List.of(
            "Europe/Stockholm",
            "Europe/Copenhagen",
            "Europe/Dublin",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "America/Sao_Paulo",
            "America/New_York",
            "Pacific/Apia",
            "Africa/Cairo",
            "Africa/Casablanca",
            "Australia/Lord_Howe",
            "UTC",
            "+05:30");

    private static final int[] YEARS = {
        1975, 1996, 2011, 2018, 2024, 2037, 2099, 2100, 2101, 2102, 2500, 2501, 2502, 3307, 9990
    };

    private static final int MINUTES_PER_DAY = 24 * 60;

    static RandomHours draw(long seed) {
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Instant yearsBegin = LocalDate.of(YEARS[random.nextInt(YEARS.length)], 1, 1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        Instant inYear = yearsBegin.plus(Duration.ofDays(random.nextInt(365)));
        ZoneOffsetTransition jump = zone.getRules().nextTransition(inYear);
        boolean nearNewYear = jump == null || random.nextInt(5) == 0;
        Instant about = nearNewYear ? yearsBegin : jump.getInstant();
        OpeningHours hours = OpeningHours.in(zone);
        Map<DayOfWeek, List<int[]>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<int[]> spans = spans(random);
            week.put(day, spans);
            for (int[] span : spans) {
                hours = hours.withHours(Set.of(day), time(span[0]), time(span[1]));
            }
        }
        Map<LocalDate, List<int[]>> ownHours = new HashMap<>();
        LocalDate near = about.atZone(zone).toLocalDate();
        for (int i = random.nextInt(6); i > 0; i--) {
            LocalDate date = near.plusDays(random.nextInt(13) - 6);
            if (date.getYear() < 10_000 && !ownHours.containsKey(date)) {
                List<int[]> spans = random.nextBoolean() ? List.of() : spans(random);
                ownHours.put(date, spans);
                hours = hours.withHolidays(List.of(date));
                for (int[] span : spans) {
                    hours = hours.withHoursOn(date, time(span[0]), time(span[1]));
                }
            }
        }
        return new RandomHours(zone, about, hours, week, ownHours);
    }

    private static LocalTime time(int minute) {
        return minute == MINUTES_PER_DAY ? LocalTime.MIDNIGHT : LocalTime.of(minute / 60, minute % 60);
    }

    /** None to three disjoint spans; often up to, from or around the small hours, when clocks jump. */
    private static List<int[]> spans(Random random) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (int i = 2 * random.nextInt(4); i > 0; i--) {
            edges.add(random.nextInt(3) == 0 ? 5 * random.nextInt(289) : 5 * random.nextInt(48));
        }
        if (random.nextInt(4) == 0) {
            edges.add(0);
            edges.add(MINUTES_PER_DAY);
        }
        List<Integer> ascending = new ArrayList<>(edges);
        List<int[]> spans = new ArrayList<>();
        for (int i = 0; i + 1 < ascending.size(); i += 2) {
            spans.add(new int[] {ascending.get(i), ascending.get(i + 1)});
        }
        return spans;
    }

    boolean isOpen(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        int minute = local.getHour() * 60 + local.getMinute();
        return ownHours.getOrDefault(local.toLocalDate(), week.get(local.getDayOfWeek())).stream()
                .anyMatch(span -> span[0] <= minute && minute < span[1]);
    }

    /** The open time, minute by minute. */
    Duration counted(Instant from, Instant until) {
        long minutes = 0;
        for (Instant minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
            minutes += isOpen(minute) ? 1 : 0;
        }
        return Duration.ofMinutes(minutes);
    }
}
