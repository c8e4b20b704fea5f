package insights.segment.member;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.optout.OptedOut;
import insights.segment.optout.OptedOut.Candidate;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGStatement;

/** Reads members, page by page along the primary key, so that no transaction lasts longer than a page. */
@ApplicationScoped
class MemberRepository {

    /** Bytes that a column takes in memory besides its value, about. */
    private static final int COLUMN = 24;

    /** Short lines make no longer page than this, whatever they weigh. */
    private static final int MAX_LINES = 20_000;

    /** Bytes that come from the database at once, about; the first lines show how many lines that is. */
    private static final long FETCH = 512 * 1024;

    private static final int FIRST_FETCH = 50;
    private static final int MAX_FETCH = 2_000;

    private static final Sql ORDERED_WALK =
            Sql.of("select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true),"
                    + " set_config('enable_hashjoin', 'off', true)");

    /** Looking up who opted out is no walk. */
    private static final Sql ANY_PLAN =
            Sql.of("select set_config('enable_sort', 'on', true), set_config('enable_bitmapscan', 'on', true),"
                    + " set_config('enable_hashjoin', 'on', true)");

    private final OptedOut optedOut;

    MemberRepository(OptedOut optedOut) {
        this.optedOut = optedOut;
    }

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

    /** Those of the segments that there are, by id. */
    Map<UUID, MemberSegment> segments(Connection connection, int refresh, Collection<UUID> ids) throws SQLException {
        Sql sql = Sql.of("""
                select id, number, display_name, status = 'ACTIVE', exists (
                    select from refresh_segment found join refresh on refresh.id = found.refresh_id
                    where found.segment_id = segment.id and refresh.number = ?),
                    (select failed.detail from refresh_failure failed join refresh on refresh.id = failed.refresh_id
                    where failed.segment_id = segment.id and segment.status = 'ACTIVE' and refresh.number = ?)
                from segment where id = any (?)""", refresh, refresh, ids.toArray(UUID[]::new));
        return Database.list(
                        connection,
                        sql,
                        row -> new MemberSegment(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getBoolean(5),
                                row.getString(6)))
                .stream()
                .collect(Collectors.toMap(MemberSegment::id, segment -> segment));
    }

    /** How many distinct profiles are in any of the segments, for each choice of them, by their numbers; at least one. */
    List<Long> counts(Connection connection, int refresh, List<Integer[]> choices) throws SQLException {
        Sql each = Sql.join(
                ", ",
                choices.stream()
                        .map(choice ->
                                Sql.of("coalesce(sum(m.people) filter (where m.segments && ?), 0)", (Object) choice))
                        .toList());
        Integer[] any = choices.stream().flatMap(Arrays::stream).distinct().toArray(Integer[]::new);
        // There are few different combinations of segments, however many people and choices there are.
        Sql sql = Sql.of("select ").then(each).then("""
                        \sfrom (select m.segments, count(*) as people from membership m
                               where m.since <= ? and (m.until is null or m.until > ?) and m.segments && ?
                               group by m.segments) m""", refresh, refresh, any);
        return Database.first(connection, sql, row -> {
                    List<Long> counts = new ArrayList<>();
                    for (int i = 1; i <= choices.size(); i++) {
                        counts.add(row.getLong(i));
                    }
                    return counts;
                })
                .orElseThrow();
    }

    /**
     * The next members in order of their ids: as many as make a page of some size, whatever the size of one.
     *
     * @param size bytes that it has at least, unless it is the end
     */
    MemberPage page(Connection connection, MemberQuery query, long size) throws SQLException {
        // A page begins at its key and walks on; sorting all members for each page would be quadratic.
        Database.list(connection, ORDERED_WALK, row -> Boolean.TRUE);
        boolean anybodyOut = optedOut.anybody(connection);
        List<String> texts = query.texts(anybodyOut);
        try (PreparedStatement statement = select(query, texts).prepare(connection)) {
            // A plan for any page would not know where this one begins; and columns come as text without one.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setFetchSize(FIRST_FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                MemberPage page =
                        page(rows, MemberPage.FIRST_FIELD + query.fields().size() + texts.size(), size);
                return anybodyOut ? page.with(whoIsOut(connection, query, page)) : page;
            }
        }
    }

    private static MemberPage page(ResultSet rows, int columns, long wanted) throws SQLException {
        List<byte[][]> page = new ArrayList<>();
        long size = 0;
        while (size < wanted && rows.next()) {
            byte[][] row = new byte[columns][];
            for (int i = 0; i < columns; i++) {
                row[i] = rows.getBytes(i + 1);
                size += COLUMN + (row[i] == null ? 0 : row[i].length);
            }
            page.add(row);
            if (page.size() % FIRST_FETCH == 0) {
                rows.setFetchSize(Math.clamp(FETCH * page.size() / size, 1, MAX_FETCH));
            }
        }
        return new MemberPage(page, new BitSet(), size < wanted && page.size() < MAX_LINES);
    }

    private BitSet whoIsOut(Connection connection, MemberQuery query, MemberPage page) throws SQLException {
        Database.list(connection, ANY_PLAN, row -> Boolean.TRUE);
        return optedOut.among(
                connection,
                page.rows().stream().map(row -> candidate(query, row)).toList());
    }

    private static Candidate candidate(MemberQuery query, byte[][] row) {
        return new Candidate(
                text(row[0]),
                Arrays.stream(row)
                        .skip(query.firstAddress())
                        .map(MemberRepository::text)
                        .toList());
    }

    private static String text(byte[] utf8) {
        return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
    }

    private static Sql select(MemberQuery query, List<String> texts) {
        Sql select = Sql.of("select m.profile_id, p.updated_at, m.segments");
        for (String field : query.fields()) {
            select = select.then(", p.attributes -> ?", field);
        }
        for (String field : texts) {
            select = select.then(", p.attributes ->> ?", field);
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
