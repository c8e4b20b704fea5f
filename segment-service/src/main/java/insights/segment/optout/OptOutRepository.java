package insights.segment.optout;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The tables of opt-outs, as far as they are about one person. */
@ApplicationScoped
class OptOutRepository {

    /** The source of what an administrator entered; a field has a name. */
    static final String ADMINISTRATOR = "";

    /** An opt-out that an administrator entered. */
    record Entered(String reason, Instant since) {}

    Optional<Entered> entered(Connection connection, byte[] person) throws SQLException {
        return Database.first(
                connection,
                Sql.of("select reason, since from opt_out where person = ? and source = ?", person, ADMINISTRATOR),
                row -> new Entered(row.getString(1), instant(row, 2)));
    }

    /** Whether any of these opted out, apart from others with the same address. */
    boolean isOut(Connection connection, byte[][] people) throws SQLException {
        return Database.first(
                        connection,
                        Sql.of("select exists (select from opt_out where person = any (?))", (Object) people),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    void enter(Connection connection, byte[] person, String profileId, String reason, Instant now) throws SQLException {
        Database.update(connection, Sql.of("""
                        insert into opt_out (person, source, since, profile_id, reason) values (?, ?, ?, ?, ?)
                        on conflict (person, source) do update set reason = excluded.reason""", person, ADMINISTRATOR, now, profileId, reason));
    }

    /** These are opted out by nothing of their own any more. */
    void end(Connection connection, byte[][] people) throws SQLException {
        Database.update(connection, Sql.of("delete from opt_out where person = any (?)", (Object) people));
        Database.update(connection, Sql.of("delete from opt_out_address where person = any (?)", (Object) people));
    }

    /** What people said themselves, and what those said who have one of their addresses. */
    List<OptOutReason> reasons(Connection connection, byte[] person, byte[][] addresses) throws SQLException {
        Sql own = Sql.of(
                "select case when source = ? then 'ADMINISTRATOR' else 'FIELD' end, nullif(source, ?), null,"
                        + " since, reason from opt_out where person = ?",
                ADMINISTRATOR,
                ADMINISTRATOR,
                person);
        Sql others = Sql.of("""
                 union all
                select 'ADDRESS', null, max(profile_id), min(since), null
                from opt_out
                where person <> ? and person in (select person from opt_out_address where address = any (?))
                group by person""", person, addresses);
        return Database.list(connection, own.then(others).then(" order by 4, 1, 2, 3"), OptOutRepository::reason);
    }

    /** A profile is gone: what is left of it does not name it. */
    void forget(Connection connection, byte[] person) throws SQLException {
        Database.update(
                connection, Sql.of("update opt_out set profile_id = null, reason = null where person = ?", person));
    }

    private static OptOutReason reason(ResultSet row) throws SQLException {
        return new OptOutReason(
                OptOutReason.By.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                row.getString(5));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
