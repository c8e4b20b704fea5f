package insights.segment.imports.guard;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.file.column.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * People who would get an address that is somebody else's now, though they had one of their own: what a spreadsheet makes of a
 * column that was sorted, or moved by a line, without the others.
 *
 * @param changed how many lines give a profile another address than it has
 * @param taken how many different ones of these are somebody else's
 * @param first the first line that gives one
 * @param last the last
 */
record OthersAddresses(long changed, long taken, long first, long last) {

    /** Addresses that those have now to whom the file gives others. Who keeps theirs may share it, as families do. */
    private static final String GIVEN_UP = "select had from changed";

    /** Addresses that anybody has now, but for whom a replacing file leaves out. */
    private static final String HELD = """
            select lower(holder.attributes ->> asked.field) from asked cross join profile as holder
            where not asked.replaces or exists (select from staging as line where line.profile_id = holder.profile_id)""";

    private static final String COUNT = """
            with asked as (select ?::text as field, ?::boolean as replaces),
            changed as materialized (
                select staging.line, lower(profile.attributes ->> asked.field) as had,
                    lower(staging.attributes ->> asked.field) as given
                from asked cross join %s join profile on profile.profile_id = staging.profile_id
                where lower(profile.attributes ->> asked.field) <> lower(staging.attributes ->> asked.field)),
            taken as (
                select given, min(line) as line from changed
                where strpos(given, '@') > 0 and given in (%s) group by given)
            select (select count(*) from changed), count(*), coalesce(min(line), 0), coalesce(max(line), 0) from taken""";

    /**
     * Those in the field of the column, if they are more than is usual.
     *
     * @param lines of the file, as a table in SQL
     */
    static Optional<OthersAddresses> look(Connection connection, Column column, String lines, boolean replaces)
            throws SQLException {
        OthersAddresses exchanged = count(connection, column, lines, GIVEN_UP, replaces);
        if (exchanged.areMost(exchanged.changed)) {
            return Optional.of(exchanged);
        }
        // All profiles are looked through only for a file that changes most addresses that it has.
        return exchanged.changed >= ImportGuard.MIN_PROFILES && exchanged.changed * 2 > column.filled()
                ? Optional.of(count(connection, column, lines, HELD, replaces))
                        .filter(held -> held.areMost(column.filled()))
                : Optional.empty();
    }

    private static OthersAddresses count(
            Connection connection, Column column, String lines, String addresses, boolean replaces)
            throws SQLException {
        return Database.first(
                        connection,
                        Sql.of(COUNT.formatted(lines, addresses), column.field(), replaces),
                        row -> new OthersAddresses(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .orElseThrow();
    }

    private boolean areMost(long of) {
        return taken >= ImportGuard.MIN_PROFILES && taken * 2 > of;
    }

    String detail(String field) {
        return "The file gives another address in \"%s\" to %,d people, and %,d of these addresses are somebody else's now (like those of lines %d and %d): look whether the column was sorted, or moved by a line, without the others."
                .formatted(field, changed, taken, first, last);
    }
}
