package insights.segment.member;

import insights.segment.sql.Database;
import insights.segment.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads members, page by page along the primary key, so that no transaction lasts longer than a page. */
@ApplicationScoped
class MemberRepository {

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

    /** How many lines the query gives. */
    long count(Connection connection, MemberQuery query) throws SQLException {
        return Database.first(connection, Sql.of("select count(*)").then(members(query)), row -> row.getLong(1))
                .orElseThrow();
    }

    /** The next members in order of their ids, at most as many as the limit. */
    List<Member> page(Connection connection, MemberQuery query, int limit) throws SQLException {
        // A page begins at its key and walks on; sorting all members for each page would be quadratic.
        Database.list(connection, ORDERED_WALK, row -> Boolean.TRUE);
        Sql select = Sql.of("select m.profile_id, p.updated_at, m.segments");
        for (String field : query.fields()) {
            select = select.then(", p.attributes -> ?", field);
        }
        int fields = query.fields().size();
        return Database.list(
                connection, select.then(members(query)).then(" order by m.profile_id limit ?", limit), row -> {
                    byte[][] values = new byte[fields][];
                    for (int i = 0; i < fields; i++) {
                        values[i] = row.getBytes(4 + i);
                    }
                    return new Member(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            (Integer[]) row.getArray(3).getArray(),
                            values);
                });
    }

    private static Sql members(MemberQuery query) {
        return Sql.of(
                """
                 from membership m join profile p on p.profile_id = m.profile_id
                where m.profile_id > ? and p.profile_id > ? and m.since <= ? and (m.until is null or m.until > ?) and m.segments && ?""",
                query.after(),
                query.after(),
                query.refresh(),
                query.refresh(),
                query.segments().keySet().toArray(Integer[]::new));
    }
}
