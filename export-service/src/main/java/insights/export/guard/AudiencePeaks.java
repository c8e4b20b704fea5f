package insights.export.guard;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The most people that an export has had in the audience of each of its segments. */
@ApplicationScoped
class AudiencePeaks {

    private final Database database;
    private final GuardConfig config;

    AudiencePeaks(Database database, GuardConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * An audience that would grow far beyond what it ever was.
     *
     * @param people how many would be in it
     * @param most how many there have been at most
     */
    record Growth(UUID segment, long people, long most) {}

    /** The one that would grow most, if any would grow too far. What was never delivered does not grow: it begins, and is not counted. */
    Optional<Growth> growth(UUID run, UUID export) {
        Sql sql = Sql.of("""
                select p.segment_id, found.people, p.people from audience_peak p
                join export e on e.id = p.export_id and p.segment_id = any (e.segment_ids)
                join (select s as segment_id, count(*) as people
                      from desired d cross join unnest(d.segment_ids) as s
                      where d.run_id = ? and d.reason is null
                        and (select exists (select from audience_peak where export_id = ?)) group by s) found on found.segment_id = p.segment_id
                where p.export_id = ? and found.people > p.people * ? and found.people >= p.people + ?
                order by found.people - p.people desc, p.segment_id limit 1""", run, export, export, config.maxGrowth(), config.guardedGrowth());
        return database.transaction(connection -> Database.first(
                connection, sql, row -> new Growth(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3))));
    }

    /** Remembers how many there are, at the end of a run and in its transaction. */
    static void remember(Connection connection, UUID export) throws SQLException {
        Database.update(connection, Sql.of("""
                insert into audience_peak (export_id, segment_id, people)
                select distinct e.id, s, coalesce(l.people, 0) from export e cross join unnest(e.segment_ids) as s
                left join (
                  select there, sum(people) as people
                  from (select memberships || found || flags as audiences, count(*) as people
                        from ledger where export_id = ? group by 1) alike
                  cross join lateral (select distinct unnest(audiences)) as t(there) group by 1) l on l.there = s
                where e.id = ?
                on conflict (export_id, segment_id) do update set people = greatest(audience_peak.people, excluded.people)""", export, export));
    }
}
