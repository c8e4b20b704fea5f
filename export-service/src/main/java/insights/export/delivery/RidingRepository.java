package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.sending.Upsert;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known of memberships that ride along with contacts: who asked, and who is there. */
@ApplicationScoped
class RidingRepository {

    private final Database database;

    RidingRepository(Database database) {
        this.database = database;
    }

    /** Says that contacts may be on lists from now on, of whom nobody may know an id yet; in the transaction of the run. */
    static void announce(Connection open, UUID export, List<Upsert> riders) throws SQLException {
        Database.update(
                open,
                Sql.of(
                        """
                        insert into ledger as l (export_id, profile_id, address, opt_out_key, joining)
                        select ?, profile_id, address, opt_out_key, array[segment_id]
                        from unnest(?, ?, ?, ?) as d(profile_id, address, opt_out_key, segment_id)
                        on conflict (export_id, address) do update
                        set joining = array(select unnest(l.joining) union select unnest(excluded.joining))""",
                        export,
                        riders.stream().map(Upsert::profileId).toArray(String[]::new),
                        riders.stream().map(Upsert::address).toArray(byte[][]::new),
                        riders.stream().map(Upsert::optOutKey).toArray(String[]::new),
                        riders.stream().map(Upsert::rides).toArray(UUID[]::new)));
    }

    /**
     * Who of these contacts on a list would be put on it by the run, and was not asked for before: by address, or, where the address
     * at the destination is another one, by id.
     */
    List<byte[]> onIt(Assignment run, UUID segment, Collection<byte[]> addresses, Collection<String> contacts) {
        Sql sql = Sql.of(
                """
                select d.address from desired d left join ledger l on l.export_id = ? and l.address = d.address
                where d.run_id = ? and d.address = any (?) and d.reason is null and ? = any (d.segment_ids)
                  and not coalesce(? = any (l.memberships || l.joining), false)
                union
                select l.address from ledger l
                where l.export_id = ? and l.contact_id = any (?) and not ? = any (l.memberships || l.joining)""",
                run.exportId(),
                run.runId(),
                addresses.toArray(byte[][]::new),
                segment,
                segment,
                run.exportId(),
                contacts.toArray(String[]::new),
                segment);
        return database.transaction(open -> Database.list(open, sql, row -> row.getBytes(1)));
    }

    /** How many wanted memberships were asked for, of which no answer told whether they are there; by segment. */
    Map<UUID, Long> pending(UUID run, UUID export) {
        Map<UUID, Long> pending = new HashMap<>();
        Sql sql = Sql.of("""
                select s, count(*) from desired d join ledger l on l.export_id = ? and l.address = d.address
                cross join unnest(d.segment_ids) as s
                where d.run_id = ? and d.reason is null and l.contact_id is not null
                  and s = any (l.joining) and not s = any (l.memberships || l.found) group by 1""", export, run);
        database.transaction(
                open -> Database.list(open, sql, row -> pending.put(row.getObject(1, UUID.class), row.getLong(2))));
        return pending;
    }

    /** Addresses of those of these contacts on a list who are wanted there, by whether they were asked for. */
    Map<Boolean, List<byte[]>> there(Assignment run, UUID segment, Collection<String> contacts) {
        Sql sql = Sql.of("""
                select l.address, ? = any (l.joining) from ledger l join desired d on d.run_id = ? and d.address = l.address
                where l.export_id = ? and l.contact_id = any (?) and d.reason is null and ? = any (d.segment_ids)
                  and not ? = any (l.memberships || l.found)""", segment, run.runId(), run.exportId(), contacts.toArray(String[]::new), segment, segment);
        Map<Boolean, List<byte[]>> there = new HashMap<>();
        database.transaction(open ->
                Database.list(open, sql, row -> there.computeIfAbsent(row.getBoolean(2), asked -> new ArrayList<>())
                        .add(row.getBytes(1))));
        return there;
    }
}
