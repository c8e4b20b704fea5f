package insights.export.guard;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Values that an export delivered and that a run would empty, because there are none here any more (B10). */
@ApplicationScoped
class Emptied {

    private final Database database;
    private final GuardConfig config;

    Emptied(Database database, GuardConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * A field at the destination that would lose most of its values.
     *
     * @param filled contacts that have a value in it by the doing of the export
     * @param emptied of these, the ones that would have none any more
     */
    record Field(String target, long filled, long emptied) {}

    /** The one that would lose most values, if any would lose too many. */
    Optional<Field> most(UUID run, UUID export) {
        Sql sql = Sql.of("""
                select target, count(*), count(*) filter (where target = any (d.emptied))
                from ledger l cross join unnest(l.filled) as target
                join desired d on d.run_id = ? and d.address = l.address and d.reason is null
                where l.export_id = ? and l.contact_id is not null
                group by target
                having count(*) >= ? and count(*) filter (where target = any (d.emptied)) > count(*) * ?
                order by 3 desc, 1 limit 1""", run, export, config.guardedAudience(), config.maxEmptied());
        return database.transaction(connection ->
                Database.first(connection, sql, row -> new Field(row.getString(1), row.getLong(2), row.getLong(3))));
    }
}
