package insights.export.overview;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.overview.ExportsOverview.NextRun;
import insights.export.overview.ExportsOverview.StatusCount;
import insights.export.run.RunStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Counts all exports at once: a few hundredths of a second for ten thousand. */
@ApplicationScoped
class ExportsOverviewService {

    private static final Sql COUNTS = Sql.of("""
            select count(*), count(*) filter (where connection_id is not null and not removing and schedule ->> 'kind' <> 'OFF')
            from export where former_of is null""");

    private static final Sql LAST_RUNS = Sql.of("""
            select l.status, count(*) from export e cross join lateral (
              select status from run where export_id = e.id and own order by id desc limit 1) l
            group by l.status order by l.status""");

    private static final Sql NEXT = Sql.of("""
            select id, display_name, next_fire_at from export where next_fire_at is not null and not removing
            order by next_fire_at, id limit ?""", ExportsOverview.MOST_NEXT);

    private final Database database;

    ExportsOverviewService(Database database) {
        this.database = database;
    }

    ExportsOverview overview() {
        return database.transaction(connection -> {
            long[] counts = Database.first(connection, COUNTS, row -> new long[] {row.getLong(1), row.getLong(2)})
                    .orElseThrow();
            return new ExportsOverview(counts[0], counts[1], lastRuns(connection), next(connection));
        });
    }

    private static List<StatusCount> lastRuns(Connection connection) throws SQLException {
        return Database.list(
                connection, LAST_RUNS, row -> new StatusCount(RunStatus.valueOf(row.getString(1)), row.getLong(2)));
    }

    private static List<NextRun> next(Connection connection) throws SQLException {
        return Database.list(connection, NEXT, row -> {
            Instant at = row.getObject(3, OffsetDateTime.class).toInstant();
            return new NextRun(row.getObject(1, UUID.class), row.getString(2), at);
        });
    }
}
