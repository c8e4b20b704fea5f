package insights.export.delivery;

import insights.export.ledger.Membership;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is left to do: the desired state of a run against the ledger of its export. Nothing of it is stored. */
@ApplicationScoped
class WorkRepository {

    /** A profile that should be a contact of the run. */
    private static final String WANTED =
            "d.run_id = ? and d.profile_id = l.profile_id and d.reason is null and d.address = l.address";

    /** Memberships that the export made, or may have made, and that are no longer wanted. */
    private static final String LEAVES = """
            from ledger l cross join unnest(l.memberships || l.joining) as m(segment_id)
            where l.export_id = ? and l.contact_id is not null
              and not exists (select from desired d where %s and m.segment_id = any (d.segment_ids))""".formatted(WANTED);

    /** Memberships that are wanted and not there. */
    private static final String JOINS = """
            from desired d join ledger l on l.export_id = ? and l.profile_id = d.profile_id
            cross join unnest(d.segment_ids) as m(segment_id)
            where d.run_id = ? and d.reason is null and l.contact_id is not null and l.fingerprint = d.fingerprint
              and not m.segment_id = any (l.memberships || l.found)""";

    private final AgroalDataSource database;

    WorkRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Counts the work before any of it is done. Joins of contacts yet to be created are counted too. */
    @Transactional
    Comparison compare(UUID run, UUID export) {
        String sql = """
                select count(*), count(*) filter (where d.reason is null),
                       count(*) filter (where d.reason is null
                                          and (l.contact_id is null or l.fingerprint is distinct from d.fingerprint)),
                       coalesce(sum(cardinality(d.segment_ids)) filter (where d.reason is null), 0)
                from desired d left join ledger l on l.export_id = ? and l.profile_id = d.profile_id
                where d.run_id = ?""";
        String removals = """
                select count(*) filter (where cardinality(l.memberships) > 0),
                       count(*) filter (where cardinality(l.memberships) > 0
                                          and not exists (select from desired d where %s))
                from ledger l where l.export_id = ?""".formatted(WANTED);
        long[] now = longs(sql, 4, export, run);
        long kept = longs("""
                select count(*) from desired d join ledger l on l.export_id = ? and l.profile_id = d.profile_id
                  and l.address = d.address
                cross join unnest(d.segment_ids) as m(segment_id)
                where d.run_id = ? and d.reason is null and m.segment_id = any (l.memberships || l.found)""", 1, export, run)[0];
        long leaves = longs("select count(*) " + LEAVES, 1, export, run)[0];
        long[] before = longs(removals, 2, run, export);
        return new Comparison(now[0], now[1], now[0] - now[1], now[2], now[3] - kept, leaves, before[0], before[1]);
    }

    @Transactional
    List<Membership> leaves(UUID run, UUID export, int limit) {
        return memberships(
                "select l.profile_id, l.contact_id, m.segment_id, false " + LEAVES
                        + " order by l.profile_id, m.segment_id limit " + limit,
                export,
                run);
    }

    @Transactional
    List<Membership> joins(UUID run, UUID export, int limit) {
        return memberships(
                "select l.profile_id, l.contact_id, m.segment_id, m.segment_id = any (l.joining) " + JOINS
                        + " order by l.profile_id, m.segment_id limit " + limit,
                export,
                run);
    }

    /** Forgets contacts that are not wanted, once they are on no list by the doing of the export. */
    static void forgetUnwanted(Connection connection, UUID run, UUID export) throws SQLException {
        String sql = """
                delete from ledger l where l.export_id = ? and l.rejection is null
                  and cardinality(l.memberships) = 0 and cardinality(l.joining) = 0
                  and not exists (select from desired d where %s)""".formatted(WANTED);
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, export);
            delete.setObject(2, run);
            delete.executeUpdate();
        }
    }

    private List<Membership> memberships(String sql, UUID first, UUID second) {
        List<Membership> memberships = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, first);
            select.setObject(2, second);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    memberships.add(new Membership(
                            rows.getString(1), rows.getString(2), rows.getObject(3, UUID.class), rows.getBoolean(4)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return memberships;
    }

    private long[] longs(String sql, int columns, UUID first, UUID second) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, first);
            select.setObject(2, second);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long[] values = new long[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = row.getLong(i + 1);
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
