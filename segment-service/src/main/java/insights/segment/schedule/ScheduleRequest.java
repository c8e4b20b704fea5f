package insights.segment.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/**
 * When refreshes are to start by themselves.
 *
 * @param days for WEEKLY
 * @param times of day like 06:30, up to four; none for OFF
 * @param timeZone by its name in the IANA time zone database
 */
public record ScheduleRequest(
        @NotNull Frequency frequency,
        Set<@NotNull DayOfWeek> days,

        @Size(max = 4)
        Set<@NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "give a time like 06:30") String> times,

        @NotBlank String timeZone) {

    List<String> sortedTimes() {
        return times == null ? List.of() : times.stream().sorted().toList();
    }

    List<DayOfWeek> sortedDays() {
        return days == null ? List.of() : days.stream().sorted().toList();
    }
}
