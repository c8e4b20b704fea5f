package insights.segment.refresh;

import insights.common.page.Period;
import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Tells how large segments were at the refreshes they were part of. */
@ApplicationScoped
class SizeHistory {

    /** More than a plot has pixels for. */
    private static final int MAX_POINTS = 1_000;

    /** The last time that the API knows. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private static final String POINTS = """
            with found as (
                select refresh.started_at, refresh.number, part.size, part.joined, part.departed,
                    ntile(?) over (order by refresh.number) as point
                from refresh_segment part join refresh on refresh.id = part.refresh_id
                where part.segment_id = ? and refresh.started_at >= ? and refresh.started_at < ?)
            select max(started_at), (array_agg(size order by number desc))[1], sum(joined), sum(departed)
            from found group by point order by point""";

    private final Database database;

    SizeHistory(Database database) {
        this.database = database;
    }

    /** The oldest first; 404 when there is no such segment. @param span by the snapshots of the refreshes */
    List<SizePoint> of(UUID segment, Period span) {
        return database.transaction(connection -> {
            Database.first(connection, Sql.of("select 1 from segment where id = ?", segment), row -> row.getInt(1))
                    .orElseThrow(() -> Problem.notFound("segment", segment));
            return Database.list(
                    connection,
                    Sql.of(
                            POINTS,
                            MAX_POINTS,
                            segment,
                            span.since().orElse(Instant.EPOCH),
                            span.until().orElse(END_OF_TIME)),
                    row -> new SizePoint(
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4)));
        });
    }
}
