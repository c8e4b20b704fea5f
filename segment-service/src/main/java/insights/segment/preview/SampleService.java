package insights.segment.preview;

import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Picks members of segments to look at. */
@ApplicationScoped
class SampleService {

    private final Samples samples;
    private final Database database;

    SampleService(Samples samples, Database database) {
        this.samples = samples;
        this.database = database;
    }

    private record Asked(int number, boolean active) {}

    /** @param after id of a profile, beyond which to look first; empty for the beginning */
    SampleProfile of(UUID segment, String after) {
        return database.transaction(connection -> {
            Asked asked = Database.first(
                            connection,
                            Sql.of("select number, status = 'ACTIVE' from segment where id = ?", segment),
                            row -> new Asked(row.getInt(1), row.getBoolean(2)))
                    .orElseThrow(() -> Problem.notFound("segment", segment));
            if (!asked.active()) {
                throw Problem.of(
                        CommonProblem.NOT_FOUND,
                        "The segment has no members to show: it is inactive. Activate it and refresh.");
            }
            int number = asked.number();
            Optional<SampleProfile> next = member(connection, number, after);
            return (next.isPresent() || after.isEmpty() ? next : member(connection, number, ""))
                    .orElseThrow(() -> Problem.of(
                            CommonProblem.NOT_FOUND,
                            "The segment has no members to show: it is empty, or was part of no refresh yet."));
        });
    }

    private Optional<SampleProfile> member(Connection connection, int segment, String after) throws SQLException {
        return samples.first(connection, Sql.of("""
                from membership m join profile p on p.profile_id = m.profile_id
                where m.until is null and m.segments @> array[?::integer] and m.profile_id > ?
                order by m.profile_id limit 1""", segment, after));
    }
}
