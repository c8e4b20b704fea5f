package insights.segment.schedule;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.etag.Versions;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.common.security.Roles;
import insights.segment.audit.SegmentAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Shows and changes when refreshes start by themselves. */
@ApplicationScoped
public class ScheduleService {

    /** The target in the audit: there is one schedule. */
    private static final String TARGET = "refresh-schedule";

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
        return response(schedules.get());
    }

    /** Where nothing is another than before, nothing happens. @param ifMatch the ETag of what the caller saw */
    @Transactional
    public ScheduleResponse change(ScheduleRequest request, String ifMatch) {
        Plan after = Plan.of(request);
        ScheduleEntity schedule = schedules.get();
        Versions.require(ifMatch, schedule.version);
        Plan before = schedule.plan();
        if (!after.equals(before)) {
            change(schedule, before, after);
        }
        return response(schedule);
    }

    private void change(ScheduleEntity schedule, Plan before, Plan after) {
        Instant now = clock.instant();
        schedule.plan(after);
        schedule.updatedAt = now;
        schedule.updatedBy = Person.of(caller);
        schedules.flush();
        schedules.due(after.recurrence().next(now).orElse(null));
        audit.record(
                SegmentAction.REFRESH_SCHEDULE_EDITED,
                TARGET,
                null,
                Changes.none()
                        .with("kind", before.kind(), after.kind())
                        .with("times", before.times(), after.times())
                        .with("days", before.days(), after.days())
                        .with("timeZone", before.timeZone(), after.timeZone()));
    }

    private ScheduleResponse response(ScheduleEntity schedule) {
        return ScheduleResponse.from(schedule, clock.instant(), caller.is(Roles.ADMIN));
    }
}
