package insights.export.retention;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What is forgotten of runs. Ages are measured by the database's clock, like everything about a run's end. */
@ApplicationScoped
class RunHistoryRepository {

    /** Ended so long ago, and neither the last of its export nor the last that did more than take people out. */
    private static final String OLD = """
            r.finished_at < clock_timestamp() - make_interval(secs => ?)
            and exists (select from run n where n.export_id = r.export_id and n.id > r.id
                          and (n.purpose = r.purpose or n.own))""";

    private final Database database;

    RunHistoryRepository(Database database) {
        this.database = database;
    }

    /** Forgets runs with everything about them. @return how many */
    long forgetRuns(Duration age, int limit) {
        return update(Sql.of(
                "delete from run where id in (select r.id from run r where " + OLD + " limit ? for update skip locked)",
                (double) age.toSeconds(),
                limit));
    }

    /** Forgets who was not exported; how many they were stays. @return of how many runs */
    long forgetRejections(Duration age, int limit) {
        return update(Sql.of("""
                with old as (select r.id from run r where %s and exists (select from rejection j where j.run_id = r.id)
                             limit ? for update skip locked),
                     forgotten as (delete from rejection where run_id in (select id from old))
                update run set id = id where id in (select id from old)""".formatted(OLD), (double) age.toSeconds(), limit));
    }

    private long update(Sql sql) {
        return database.transaction(connection -> Database.update(connection, sql));
    }
}
