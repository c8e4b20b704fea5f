package insights.segment.member;

import insights.segment.sql.Database;
import insights.segment.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGStatement;

/** Reads members, page by page along the primary key, so that no transaction lasts longer than a page. */
@ApplicationScoped
class MemberRepository {

    /** Bytes of a page: few enough to keep two of every stream in memory, enough to make the round trips cheap. */
    private static final int PAGE = 1024 * 1024;

    /** The shortest lines there are make no longer page. */
    private static final int MAX_LINES = 20_000;

    /** Bytes that come from the database at once, about; the first lines show how many lines that is. */
    private static final int FETCH = 256 * 1024;

    private static final int FIRST_FETCH = 50;
    private static final int MAX_FETCH = 2_000;

    /** Columns in front of those of the fields. */
    private static final int FIXED = 3;

    private static final Sql ORDERED_WALK =
            Sql.of("select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true),"
                    + " set_config('enable_hashjoin', 'off', true)");

    /** The latest refresh that ended well. */
    Optional<Integer> latestRefresh(Connection connection) throws SQLException {
        return Database.first(
                connection,
                Sql.of("select number from refresh where status = 'SUCCESSFUL' order by number desc limit 1"),
                row -> row.getInt(1));
    }

    /** How many lines the query gives: members are profiles that are there. */
    long count(Connection connection, MemberQuery query) throws SQLException {
        return Database.first(
                        connection,
                        Sql.of("select count(*) from membership m where ").then(members(query)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** The next members in order of their ids: as many as make a page of some size, whatever the size of one. */
    MemberPage page(Connection connection, MemberQuery query, MemberLine line) throws SQLException {
        // A page begins at its key and walks on; sorting all members for each page would be quadratic.
        Database.list(connection, ORDERED_WALK, row -> Boolean.TRUE);
        try (PreparedStatement statement = select(query).prepare(connection)) {
            // A plan for any page would not know where this one begins.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setFetchSize(FIRST_FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                return page(rows, query.fields().size(), line);
            }
        }
    }

    private static MemberPage page(ResultSet rows, int fields, MemberLine line) throws SQLException {
        LineBuffer lines = new LineBuffer(PAGE + PAGE / 8);
        byte[][] values = new byte[fields][];
        byte[] last = {};
        int count = 0;
        while (lines.size() < PAGE && rows.next()) {
            for (int i = 0; i < fields; i++) {
                values[i] = rows.getBytes(FIXED + 1 + i);
            }
            last = rows.getBytes(1);
            line.write(lines, last, rows.getBytes(2), rows.getBytes(3), values);
            if (++count % FIRST_FETCH == 0) {
                rows.setFetchSize(Math.clamp((long) FETCH * count / lines.size(), 1, MAX_FETCH));
            }
        }
        return new MemberPage(lines, count, new String(last, StandardCharsets.UTF_8), lines.size() < PAGE);
    }

    private static Sql select(MemberQuery query) {
        Sql select = Sql.of("select m.profile_id, (p.updated_at at time zone 'UTC')::text, m.segments::text");
        for (String field : query.fields()) {
            select = select.then(", p.attributes -> ?", field);
        }
        return select.then(
                        " from membership m join profile p on p.profile_id = m.profile_id where p.profile_id > ? and ",
                        query.after())
                .then(members(query))
                .then(" order by m.profile_id limit ?", MAX_LINES);
    }

    private static Sql members(MemberQuery query) {
        return Sql.of(
                "m.profile_id > ? and m.since <= ? and (m.until is null or m.until > ?) and m.segments && ?",
                query.after(),
                query.refresh(),
                query.refresh(),
                query.segments().keySet().toArray(Integer[]::new));
    }
}
