package insights.export.guard;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.desired.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Who would leave the audiences of an export: the ledger against what the run found, told as guards want to know it. */
@ApplicationScoped
public class RemovalRepository {

    private final Database database;
    private final GuardConfig config;

    RemovalRepository(Database database, GuardConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Counts them before any of it is done. */
    public Removals count(UUID run, UUID export) {
        return database.transaction(connection -> {
            Removals.Audience mostShrunk = mostShrunk(connection, run, export);
            Sql gone = Sql.of("(select ")
                    .then(AudienceGone.of(Sql.of("?", AudienceGone.ALL)))
                    .then(" from export e where e.id = ?)", export);
            Sql sql = Sql.of("""
                            select count(*) filter (where not opted_out), count(*) filter (where unwanted and not opted_out),
                                   count(*) filter (where opted_out),\s""")
                    .then(gone)
                    .then("""
                            \sfrom (select not""")
                    .then(Contacts.wanted(run))
                    .then(" as unwanted, ")
                    .then(Contacts.optedOut(run))
                    .then("""
                            \sas opted_out from ledger l
                            where l.export_id = ? and cardinality(l.memberships || l.flags) > 0) contact""", export);
            return Database.first(
                            connection,
                            sql,
                            row -> new Removals(
                                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), mostShrunk))
                    .orElseThrow();
        });
    }

    /** Among the segments that are still chosen. */
    private Removals.Audience mostShrunk(Connection connection, UUID run, UUID export) throws SQLException {
        Sql sql = Sql.of("""
                        select id, count(*) + max(gone) as people, count(*) filter (where not opted_out) as delivered,
                               count(*) filter (where unwanted and not opted_out) as removals
                        from (select s.id, not coalesce(s.id = any (d.segment_ids), false) as unwanted,\s""")
                .then(AudienceGone.of(Sql.of("s.id")))
                .then(" as gone,")
                .then(Contacts.optedOut(run))
                .then("""
                        \sas opted_out
                              from export e cross join unnest(e.segment_ids) as s(id)
                              join ledger l on l.export_id = e.id and s.id = any (l.memberships || l.flags)
                              left join desired d on d.run_id = ? and d.address = l.address and %s
                              where e.id = ?) contact
                        group by id having count(*) + max(gone) >= ?
                        order by count(*) filter (where unwanted and not opted_out)::float8
                                 / greatest(count(*) filter (where not opted_out), 1) desc limit 1""".formatted(Contacts.STAYS), run, export, config.guardedAudience());
        return Database.first(
                        connection,
                        sql,
                        row -> new Removals.Audience(
                                row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), row.getLong(4)))
                .orElse(new Removals.Audience(null, 0, 0, 0));
    }
}
