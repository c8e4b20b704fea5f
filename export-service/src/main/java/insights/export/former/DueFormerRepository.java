package insights.export.former;

import insights.common.security.Person;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.run.RunTrigger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Finds the connections that exports left and where something is due: nothing of it is stored but the runs themselves. */
@ApplicationScoped
class DueFormerRepository {

    private final Database database;

    DueFormerRepository(Database database) {
        this.database = database;
    }

    /**
     * Those with a run of their export, or a refresh, since the last look there, or since the export left. A look that ended
     * because the connection could not be used any more is none.
     */
    List<DueFormer> find() {
        Sql sql = Sql.of("""
                select f.former_of, f.ledger_connection_id, since.trigger, since.by_subject, since.by_name,
                       exists (select from ledger l where l.export_id = f.id
                                 and cardinality(l.memberships || l.joining || l.flags || l.flagging) > 0)
                from export f
                cross join lateral (
                  select coalesce(max(r.queued_at), f.left_at) as at from run r
                  where r.export_id = f.former_of and r.connection_id = f.ledger_connection_id and r.purpose = 'FORMER_CONNECTION'
                    and r.reason is distinct from 'CONNECTION_CLOSED'
                ) looked
                cross join lateral (
                  select r.trigger, r.requested_by_subject as by_subject, r.requested_by as by_name, r.queued_at as at from run r
                  where r.export_id = f.former_of and r.purpose in ('DELIVER', 'OPT_OUT') and r.queued_at > looked.at
                  union all
                  select ?, ?, ?, h.received_at from handled_refresh h where h.received_at > looked.at
                  order by at desc limit 1) since
                where f.former_of is not null
                order by f.id""", RunTrigger.SYSTEM_REFRESH.name(), "system refresh", "system refresh");
        return database.transaction(connection -> Database.list(
                connection,
                sql,
                row -> new DueFormer(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        RunTrigger.valueOf(row.getString(3)),
                        new Person(row.getString(4), row.getString(5)),
                        row.getBoolean(6))));
    }
}
