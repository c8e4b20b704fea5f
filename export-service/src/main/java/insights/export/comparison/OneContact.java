package insights.export.comparison;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Makes one contact of all profiles that a run found with the same address (E6), or none (D3). */
final class OneContact {

    private OneContact() {}

    /** Where one profile of an address opted out, the others did too. Who it was is told of those who did not by themselves. */
    static void optOut(Connection connection, UUID run) throws SQLException {
        Database.update(connection, Sql.of("""
                update desired d set reason = 'OPTED_OUT',
                       other_profile_id = case when o.own_opt_out and o.profile_id <> d.profile_id then o.profile_id end
                from (select distinct on (address) address, profile_id, own_opt_out from desired
                      where run_id = ? and reason = 'OPTED_OUT' and address is not null
                      order by address, own_opt_out desc, profile_id) o
                where d.run_id = ? and d.address = o.address
                  and (d.reason is null or d.reason = 'OPTED_OUT' and not d.own_opt_out)""", run, run));
    }

    /**
     * Of several profiles with one address one speaks for all: the one whose fields are there already, as long as it has the
     * address; else the most recently updated, ties by id. Its contact is in the segments of all of them. The others are
     * reported.
     */
    static void choose(Connection connection, UUID run, UUID export) throws SQLException {
        Database.update(connection, Sql.of("""
                        with one as (
                          select d.profile_id, d.segment_ids, first_value(d.profile_id) over (
                                   partition by d.address order by l.profile_id is null, d.updated_at desc, d.profile_id) as speaker
                          from desired d
                          left join ledger l on l.export_id = ? and l.address = d.address and l.profile_id = d.profile_id
                                            and l.contact_id is not null
                          where d.run_id = ? and d.reason is null and d.address in (
                            select address from desired where run_id = ? and reason is null
                            group by address having count(*) > 1)
                        ), every as (
                          select speaker, array_agg(distinct s order by s) as segment_ids
                          from one cross join unnest(segment_ids) as s group by speaker
                        )
                        update desired d set
                          reason = case when d.profile_id <> one.speaker then 'DUPLICATE_EMAIL' end,
                          other_profile_id = case when d.profile_id <> one.speaker then one.speaker end,
                          segment_ids = case when d.profile_id = one.speaker then every.segment_ids else d.segment_ids end
                        from one join every using (speaker)
                        where d.run_id = ? and d.profile_id = one.profile_id""", export, run, run, run));
    }
}
