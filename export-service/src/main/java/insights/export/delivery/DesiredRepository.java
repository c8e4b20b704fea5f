package insights.export.delivery;

import insights.export.matching.RejectionReason;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The desired state of a run, while it runs: one row a profile, without personal data. Whatever writes takes the
 * connection of the run's commit, so that a worker which lost its lease cannot disturb the one that took over.
 */
@ApplicationScoped
class DesiredRepository {

    private final AgroalDataSource database;

    DesiredRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Forgets what an earlier attempt of the run found. */
    static void clear(Connection connection, UUID run) throws SQLException {
        execute(connection, "delete from desired where run_id = ?", run);
    }

    static void add(Connection connection, UUID run, List<Desired> profiles) throws SQLException {
        String sql = """
                insert into desired (run_id, profile_id, updated_at, segment_ids, address, fingerprint, reason)
                values (?, ?, ?, ?, ?, ?, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Desired profile : profiles) {
                insert.setObject(1, run);
                insert.setString(2, profile.profileId());
                insert.setObject(3, profile.updatedAt().atOffset(ZoneOffset.UTC));
                insert.setArray(
                        4, connection.createArrayOf("uuid", profile.segments().toArray()));
                insert.setBytes(5, profile.address());
                insert.setBytes(6, profile.fingerprint());
                insert.setString(
                        7, profile.reason() == null ? null : profile.reason().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Of several profiles with one address the most recently updated stays, ties by id; the others are rejected. */
    static void rejectDuplicates(Connection connection, UUID run) throws SQLException {
        execute(connection, """
                update desired d set reason = 'DUPLICATE_EMAIL', other_profile_id = w.winner
                from (select profile_id, first_value(profile_id)
                             over (partition by address order by updated_at desc, profile_id) as winner
                      from desired where run_id = ? and reason is null) w
                where d.run_id = ? and d.profile_id = w.profile_id and d.profile_id <> w.winner""", run, run);
    }

    /** What Autopilot refused before is not sent again while it is the same. */
    static void rejectRefusedBefore(Connection connection, UUID run, UUID export) throws SQLException {
        execute(connection, """
                update desired d set reason = l.rejection from ledger l
                where d.run_id = ? and d.reason is null and l.export_id = ? and l.profile_id = d.profile_id
                  and l.rejected_fingerprint = d.fingerprint""", run, export);
    }

    /** Writes the report of who is not exported. */
    static void report(Connection connection, UUID run) throws SQLException {
        execute(connection, "delete from rejection where run_id = ?", run);
        execute(connection, """
                insert into rejection (run_id, profile_id, reason, other_profile_id)
                select run_id, profile_id, reason, other_profile_id from desired where run_id = ? and reason is not null""", run);
    }

    /** Takes a profile out of what is desired, with a line in the report; part of the caller's transaction. */
    static void reject(Connection connection, UUID run, String profile, RejectionReason reason) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                        "update desired set reason = ? where run_id = ? and profile_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into rejection (run_id, profile_id, reason) values (?, ?, ?) on conflict do nothing")) {
            update.setString(1, reason.name());
            update.setObject(2, run);
            update.setString(3, profile);
            update.executeUpdate();
            insert.setObject(1, run);
            insert.setString(2, profile);
            insert.setString(3, reason.name());
            insert.executeUpdate();
        }
    }

    /** The next profiles whose contact is not at Autopilot as it should be, with the hash of their address. */
    @Transactional
    SortedMap<String, byte[]> toUpsert(UUID run, UUID export, String after, int limit) {
        String sql = """
                select d.profile_id, d.address from desired d
                left join ledger l on l.export_id = ? and l.profile_id = d.profile_id
                where d.run_id = ? and d.reason is null and d.profile_id > ?
                  and (l.contact_id is null or l.fingerprint is distinct from d.fingerprint)
                order by d.profile_id limit ?""";
        // PostgreSQL's order is that of UTF-8 bytes, which is that of code points; the map only has to keep it.
        SortedMap<String, byte[]> profiles = new TreeMap<>(ProfileIds.ORDER);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, export);
            select.setObject(2, run);
            select.setString(3, after);
            select.setInt(4, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    profiles.put(rows.getString(1), rows.getBytes(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return profiles;
    }

    private static void execute(Connection connection, String sql, UUID... ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                statement.setObject(i + 1, ids[i]);
            }
            statement.executeUpdate();
        }
    }
}
