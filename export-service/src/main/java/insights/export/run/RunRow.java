package insights.export.run;

import insights.common.security.Person;
import insights.export.progress.Phase;
import insights.export.progress.Progress;
import insights.export.progress.Speed;
import insights.export.progress.WaitReason;
import insights.export.progress.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Reads a run from its row. */
final class RunRow {

    /**
     * What to select. Speed is measured by the database's clock, like the leases. Every column is named: a release that
     * adds one while this one still works would change the result of a statement that PostgreSQL has planned.
     */
    static final String SELECT = """
            select id, export_id, connection_id, trigger, purpose, requested_by_subject, requested_by, scheduled_for, refresh_id,
                   status, reason, detail, phase, done, total, queued_at, started_at, finished_at, failures, next_attempt_at,
                   waiting_for, waiting_since, slowed_to, phase_requests, later_requests, pace_requests, pace_seconds,
                   profiles, eligible, rejected, contacts_upserted, contacts_unchanged, memberships_joined, memberships_left,
                   requests,
                   (select e.display_name from export e where e.id = run.export_id) as export_name,
                   array(select w.reason from run_warning w where w.run_id = run.id order by w.segment_id) as warning_reasons,
                   array(select w.segment_id from run_warning w where w.run_id = run.id order by w.segment_id) as warning_segments,
                   array(select w.detail from run_warning w where w.run_id = run.id order by w.segment_id) as warning_details,
                   clock_timestamp() as now,
                   coalesce(extract(epoch from clock_timestamp() - paced_at), 0)::float8 as idle from run
            """;

    private RunRow() {}

    static Run read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        String phase = row.getString("phase");
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("export_id", UUID.class),
                row.getString("export_name"),
                row.getObject("connection_id", UUID.class),
                null,
                RunTrigger.valueOf(row.getString("trigger")),
                Purpose.valueOf(row.getString("purpose")),
                new Person(row.getString("requested_by_subject"), row.getString("requested_by")),
                instant(row, "scheduled_for"),
                row.getObject("refresh_id", UUID.class),
                RunStatus.valueOf(row.getString("status")),
                reason == null ? null : StopReason.valueOf(reason),
                row.getString("detail"),
                phase == null ? null : Phase.valueOf(phase),
                progress(row),
                totals(row),
                instant(row, "queued_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getInt("failures"),
                instant(row, "next_attempt_at"),
                waiting(row),
                warnings(row));
    }

    private static List<RunWarning> warnings(ResultSet row) throws SQLException {
        String[] reasons = (String[]) row.getArray("warning_reasons").getArray();
        UUID[] segments = (UUID[]) row.getArray("warning_segments").getArray();
        String[] details = (String[]) row.getArray("warning_details").getArray();
        return IntStream.range(0, reasons.length)
                .mapToObj(i -> new RunWarning(WarningReason.valueOf(reasons[i]), segments[i], details[i]))
                .toList();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        String reason = row.getString("waiting_for");
        return reason == null || !row.getString("status").equals(RunStatus.PROCESSING.name())
                ? null
                : Waiting.of(WaitReason.valueOf(reason), instant(row, "waiting_since"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        long done = row.getLong("done");
        long total = row.getLong("total");
        if (!row.getString("status").equals(RunStatus.PROCESSING.name()) || row.getString("phase") == null) {
            return new Progress(done, total, null, null, null, null);
        }
        Speed speed = new Speed(
                row.getObject("phase_requests", Long.class),
                row.getObject("later_requests", Long.class),
                row.getDouble("pace_requests"),
                row.getDouble("pace_seconds"),
                row.getDouble("idle"));
        return speed.progress(done, total, instant(row, "now")).slowedTo(row.getObject("slowed_to", Double.class));
    }

    private static Run.Totals totals(ResultSet row) throws SQLException {
        return new Run.Totals(
                row.getLong("profiles"),
                row.getLong("eligible"),
                row.getLong("rejected"),
                row.getLong("contacts_upserted"),
                row.getLong("contacts_unchanged"),
                row.getLong("memberships_joined"),
                row.getLong("memberships_left"),
                row.getLong("requests"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
