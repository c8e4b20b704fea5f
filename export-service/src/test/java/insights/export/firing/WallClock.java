package insights.export.firing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * When a schedule must fire, found without the code that is tested: by looking at the clock on the wall every minute of the
 * year. A time has come when the clock shows it, or for the first time a later one.
 */
final class WallClock {

    private WallClock() {}

    /** All instants from one to before the other at which a schedule fires, as the API takes it. */
    static List<Instant> firings(Map<String, Object> schedule, Instant from, Instant to) {
        ZoneId zone = ZoneId.of((String) schedule.get("timeZone"));
        List<LocalDateTime> wanted =
                List.copyOf(wanted(schedule, LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to, zone)));
        List<Instant> firings = new ArrayList<>();
        int next = 0;
        for (Instant minute = from.minus(Duration.ofDays(2)); minute.isBefore(to); minute = minute.plusSeconds(60)) {
            LocalDateTime shown = LocalDateTime.ofInstant(minute, zone);
            boolean come = false;
            while (next < wanted.size() && !shown.isBefore(wanted.get(next))) {
                come = true;
                next++;
            }
            if (come && !minute.isBefore(from)) {
                firings.add(minute);
            }
        }
        return firings;
    }

    private static TreeSet<LocalDateTime> wanted(Map<String, Object> schedule, LocalDate from, LocalDate to) {
        TreeSet<LocalDateTime> wanted = new TreeSet<>();
        for (LocalDate day = from.minusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isOn(schedule, day)) {
                for (Object time : (List<?>) schedule.get("times")) {
                    wanted.add(day.atTime(LocalTime.parse((String) time)));
                }
            }
        }
        return wanted;
    }

    private static boolean isOn(Map<String, Object> schedule, LocalDate day) {
        return switch ((String) schedule.get("kind")) {
            case "DAILY" -> true;
            case "WEEKLY" ->
                ((List<?>) schedule.get("days"))
                        .stream().anyMatch(name -> day.getDayOfWeek() == DayOfWeek.valueOf((String) name));
            default ->
                ((List<?>) schedule.get("daysOfMonth"))
                        .stream()
                                .map(Integer.class::cast)
                                .anyMatch(number -> Math.min(number, day.lengthOfMonth()) == day.getDayOfMonth());
        };
    }
}
