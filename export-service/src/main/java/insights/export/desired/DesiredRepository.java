package insights.export.desired;

import insights.common.sql.BinaryCopy;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.matching.RejectionReason;
import insights.export.segment.OptOutClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The desired state of a run, while it runs: one row a profile, without personal data. Whatever writes takes the
 * connection of the run's commit, so that a worker which lost its lease cannot disturb the one that took over.
 */
public final class DesiredRepository {

    private DesiredRepository() {}

    /**
     * Says that contacts may be made from now on, up to this profile.
     *
     * @param byList whether the fields of segments are not set with them
     */
    public static void asked(Connection connection, UUID run, String through, boolean byList) throws SQLException {
        Database.update(
                connection,
                Sql.of("update run set asked_through = ?, asked_by_list = ? where id = ?", through, byList, run));
    }

    /** Says that every answer is there. */
    public static void answered(Connection connection, UUID run) throws SQLException {
        Database.update(connection, Sql.of("update run set asked_through = null where id = ?", run));
    }

    /**
     * Forgets what a run found, when it has ended or is begun again. Contacts that it asked for, and of which it has no answer, may
     * be there, with the fields of their segments: the ledger knows that from now on. Whether there are any is asked first, as
     * most runs that end have all answers.
     */
    public static void clear(Connection connection, UUID run) throws SQLException {
        Database.update(connection, Sql.of("""
                insert into ledger as l (export_id, profile_id, address, opt_out_key, flagging)
                select r.export_id, d.profile_id, d.address, d.opt_out_key, case when r.asked_by_list then '{}' else d.segment_ids end
                from run r join desired d on d.run_id = r.id and d.profile_id <= r.asked_through
                where r.id = ? and (select asked_through is not null from run where id = ?) and d.reason is null and not exists (
                  select from ledger answered where answered.export_id = r.export_id and answered.address = d.address
                    and case when r.asked_by_list then answered.contact_id is not null
                        else answered.fingerprint = d.fingerprint
                             and answered.flags @> d.segment_ids and answered.flags <@ d.segment_ids end)
                on conflict (export_id, address) do update set flagging = l.flagging || excluded.flagging""", run, run));
        Database.update(connection, Sql.of("delete from desired where run_id = ?", run));
        Database.update(connection, Sql.of("delete from opted_out_address where run_id = ?", run));
        answered(connection, run);
    }

    public static void add(Connection connection, UUID run, List<Desired> profiles) throws SQLException {
        BinaryCopy copy = new BinaryCopy(
                connection,
                "desired (run_id, profile_id, updated_at, segment_ids, address, opt_out_key, fingerprint, reason,"
                        + " own_opt_out, field, emptied)",
                11);
        try {
            for (Desired profile : profiles) {
                copy.row()
                        .uuid(run)
                        .text(profile.profileId())
                        .instant(profile.updatedAt())
                        .uuids(profile.segments())
                        .bytes(profile.address())
                        .text(profile.optOutKey())
                        .bytes(profile.fingerprint())
                        .text(profile.reason() == null ? null : profile.reason().name())
                        .bool(profile.ownOptOut())
                        .text(profile.field())
                        .texts(profile.emptied().stream()
                                .map(field -> field.getBytes(StandardCharsets.UTF_8))
                                .toList());
            }
            copy.end();
        } finally {
            copy.cancel();
        }
    }

    /**
     * Tells the database how many rows there are now. It cannot know of a table that is filled and emptied again, and a
     * plan made for none of them takes minutes with many.
     */
    public static void analyze(Connection connection) throws SQLException {
        Database.update(connection, Sql.of("analyze desired (run_id, profile_id, address, reason)"));
    }

    /** What the destination refused before is not sent again while it is the same. */
    public static void rejectRefusedBefore(Connection connection, UUID run, UUID export) throws SQLException {
        Database.update(connection, Sql.of("""
                update desired d set reason = l.rejection, field = l.rejected_field from ledger l
                where d.run_id = ? and d.reason is null and l.export_id = ? and l.address = d.address
                  and l.rejected_fingerprint = d.fingerprint""", run, export));
    }

    /** Writes the report of who is not exported. */
    public static void report(Connection connection, UUID run) throws SQLException {
        Database.update(connection, Sql.of("delete from rejection where run_id = ?", run));
        Database.update(connection, Sql.of("""
                insert into rejection (run_id, profile_id, reason, other_profile_id, field)
                select run_id, profile_id, reason, other_profile_id,
                       case when reason in ('VALUE_DOES_NOT_FIT', 'REFUSED_BY_DESTINATION') then field end
                from desired where run_id = ? and reason is not null""", run));
    }

    /** Takes a profile out of what is desired, with a line in the report; part of the caller's transaction. */
    public static void reject(Connection connection, UUID run, String profile, RejectionReason reason)
            throws SQLException {
        reject(connection, run, profile, reason, null);
    }

    /** The same. @param field whose value it is about; null for none */
    public static void reject(Connection connection, UUID run, String profile, RejectionReason reason, String field)
            throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "update desired set reason = ? where run_id = ? and profile_id = ?",
                        reason.name(),
                        run,
                        profile));
        Database.update(
                connection,
                Sql.of(
                        "insert into rejection (run_id, profile_id, reason, field) values (?, ?, ?, ?) on conflict do nothing",
                        run,
                        profile,
                        reason.name(),
                        field));
    }

    /** Notes that a profile could not be taken off an audience; part of the caller's transaction. */
    public static void notTakenOff(Connection connection, UUID run, String profile) throws SQLException {
        stays(connection, run, profile, RejectionReason.NOT_TAKEN_OFF);
    }

    /** The same of the contact of an erased profile that is still there. */
    public static void notDeleted(Connection connection, UUID run, String profile) throws SQLException {
        stays(connection, run, profile, RejectionReason.NOT_DELETED);
    }

    private static void stays(Connection connection, UUID run, String profile, RejectionReason reason)
            throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "insert into rejection (run_id, profile_id, reason) values (?, ?, ?) on conflict do nothing",
                        run,
                        profile,
                        reason.name()));
    }

    /**
     * Notes which contacts are of people, or have addresses, that opted out, of those that nobody in the segments keeps there; part
     * of the caller's transaction.
     */
    public static void optedOut(Connection connection, UUID run, UUID export, OptOutClient.OptedOut found)
            throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        """
                insert into opted_out_address (run_id, address)
                select ?::uuid, address from ledger where export_id = ? and (profile_id = any (?) or opt_out_key = any (?))
                on conflict do nothing""",
                        run,
                        export,
                        found.profileIds().toArray(String[]::new),
                        found.optOutKeys().toArray(String[]::new)));
    }
}
