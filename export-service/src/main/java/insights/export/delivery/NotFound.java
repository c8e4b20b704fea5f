package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.progress.Counts;
import insights.export.run.RunWarnings;
import insights.export.run.WarningReason;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Says of audiences that somebody may still be in them whom nothing finds that is known here. */
@ApplicationScoped
class NotFound {

    private final Database database;
    private final SegmentClient segments;

    NotFound(Database database, SegmentClient segments) {
        this.database = database;
        this.segments = segments;
    }

    void warn(Assignment assignment, Collection<UUID> audiences) {
        audiences.stream()
                .distinct()
                .filter(segment -> !isSaid(assignment, segment))
                .forEach(segment -> {
                    String detail =
                            ("Somebody was to be taken off the audience of the segment \"%s\" whom nothing that is known here finds at the"
                                            + " destination. If they are there by another id, merged into somebody else for example, they may still be"
                                            + " in it: look through it there.")
                                    .formatted(segments.name(segment));
                    assignment
                            .run()
                            .commit(
                                    Counts.steps(0),
                                    connection -> RunWarnings.note(
                                            connection,
                                            assignment.runId(),
                                            WarningReason.MAY_STILL_BE_THERE,
                                            segment,
                                            detail));
                });
    }

    /** Of many people it is said once. */
    private boolean isSaid(Assignment assignment, UUID segment) {
        Sql sql = Sql.of(
                "select from run_warning where run_id = ? and reason = ? and segment_id = ?",
                assignment.runId(),
                WarningReason.MAY_STILL_BE_THERE.name(),
                segment);
        return database.transaction(connection -> Database.first(connection, sql, row -> true))
                .isPresent();
    }
}
