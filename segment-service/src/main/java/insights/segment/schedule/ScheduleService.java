package insights.segment.schedule;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.etag.Versions;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.segment.audit.SegmentAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows and changes when refreshes start by themselves. */
@ApplicationScoped
public class ScheduleService {

    private final ScheduleRepository schedules;
    private final AuditLog audit;
    private final Clock clock;
    private final Caller caller;

    ScheduleService(ScheduleRepository schedules, AuditLog audit, Clock clock, Caller caller) {
        this.schedules = schedules;
        this.audit = audit;
        this.clock = clock;
        this.caller = caller;
    }

    @Transactional
    public ScheduleResponse get() {
        ScheduleEntity schedule = schedules.get();
        return ScheduleResponse.from(schedule, schedule.nextAt);
    }

    @Transactional
    public ScheduleResponse change(ScheduleRequest request, String ifMatch) {
        check(request);
        ScheduleEntity schedule = schedules.get();
        Versions.require(ifMatch, schedule.version);
        ScheduleResponse before = ScheduleResponse.from(schedule, schedule.nextAt);
        schedule.frequency = request.frequency();
        schedule.days = request.sortedDays().stream().map(Enum::name).collect(Collectors.joining(","));
        schedule.times = String.join(",", request.sortedTimes());
        schedule.timeZone = request.timeZone();
        schedule.updatedAt = clock.instant();
        schedule.updatedBy = caller.name();
        schedules.flush();
        Instant next = schedule.recurrence().next(clock.instant()).orElse(null);
        schedules.due(next);
        ScheduleResponse after = ScheduleResponse.from(schedule, next);
        audit.record(
                SegmentAction.REFRESH_SCHEDULE_EDITED,
                "refresh-schedule",
                null,
                Changes.none()
                        .with("frequency", before.frequency(), after.frequency())
                        .with("days", before.days(), after.days())
                        .with("times", before.times(), after.times())
                        .with("timeZone", before.timeZone(), after.timeZone()));
        return after;
    }

    private static void check(ScheduleRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if ((request.frequency() == Frequency.OFF) != request.sortedTimes().isEmpty()) {
            errors.add(new FieldError("/times", "give from one to four times, or none for OFF"));
        }
        if ((request.frequency() == Frequency.WEEKLY) == request.sortedDays().isEmpty()) {
            errors.add(new FieldError("/days", "give at least one day for WEEKLY, and none otherwise"));
        }
        if (!isZone(request.timeZone())) {
            errors.add(new FieldError("/timeZone", "unknown; give a name like Europe/Rome"));
        }
        if (!errors.isEmpty()) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Correct the values listed under errors, then send it again.",
                    errors);
        }
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.of(name) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
