package insights.segment.change;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Notes whose attributes, or places on lists, have changed, so that the next refresh looks at them alone. Whoever changes
 * profiles or lists says {@link #noting} first, and then whom it changed; who does not has changed everybody (a trigger). Who
 * is removed needs no note: there is nothing left to compute.
 */
public final class ProfileChanges {

    /** With fewer changes than these it does not matter how they are counted. */
    private static final long FEW = 1_000;

    /** Beyond this share of the profiles, looking at everybody costs less than looking for those who changed. */
    private static final int MOST = 4;

    private static final Sql NOTING = Sql.of("select set_config('insights.changes', 'noted', true)");

    /** What a refresh is about to take is not waited for. */
    private static final Sql FORGET = Sql.of(
            "delete from profile_change where ctid = any (array(select ctid from profile_change for update skip locked))");

    private ProfileChanges() {}

    /** This transaction notes itself whom it changes. */
    public static void noting(Connection connection) throws SQLException {
        Database.list(connection, NOTING, row -> Boolean.TRUE);
    }

    /** Anybody may have changed. */
    public static void everybody(Connection connection) throws SQLException {
        Database.update(connection, Sql.of("insert into profile_change (profile_id) values (null)"));
    }

    /**
     * How many changes are noted one by one; of more it is noted that everybody changed.
     *
     * @param profiles how many there are
     */
    public static long most(long profiles) {
        return Math.max(FEW, profiles / MOST);
    }

    /** Keeps what is noted from growing without end where no refresh ever takes it. */
    public static void limit(Connection connection, long profiles) throws SQLException {
        long noted = Database.first(connection, Sql.of("select count(*) from profile_change"), row -> row.getLong(1))
                .orElseThrow();
        if (noted > most(profiles)) {
            Database.update(connection, FORGET);
            everybody(connection);
        }
    }
}
