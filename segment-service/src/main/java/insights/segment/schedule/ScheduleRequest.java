package insights.segment.schedule;

import insights.common.request.ReadOnlyMembers;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When refreshes are to start by themselves. A member that the kind has no use for is refused.
 *
 * @param times of day like 06:30, up to four, for DAILY and WEEKLY
 * @param days of the week, for WEEKLY
 * @param timeZone of the times, by its name in the IANA time zone database, for DAILY and WEEKLY
 */
@Schema(name = "RefreshScheduleRequest", examples = """
        {"kind":"DAILY","times":["06:30","09:15"],"timeZone":"Europe/Rome"}""")
@ReadOnlyMembers(
        of = ScheduleResponse.class,
        value = {"nextFireTimes", "version", "updatedAt", "updatedBy"})
public record ScheduleRequest(
        @NotNull ScheduleKind kind,

        @Size(max = 4) @Schema(description = "For DAILY and WEEKLY only")
        List<@NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "give a time like 06:30") String> times,

        @Size(max = 7) @Schema(description = "For WEEKLY only")
        List<@NotNull DayOfWeek> days,

        @Size(max = 50) @Schema(description = "For DAILY and WEEKLY only")
        String timeZone) {}
