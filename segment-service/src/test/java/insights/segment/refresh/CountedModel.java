package insights.segment.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.definition.ActiveSegments;
import insights.segment.definition.CompiledSegment;
import insights.segment.definition.UnfitSegment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who is in which segment, found by looking at everybody each time; and who joined and left, by comparing. */
final class CountedModel {

    private final Set<String> seen = new TreeSet<>();

    /** Members by the refresh before, as far as they are still there; null before the first one. */
    private Map<Integer, Set<String>> members;

    private Map<Integer, Integer> gone = new HashMap<>();
    private Set<String> profiles = new HashSet<>();
    private int refresh;

    /** How segments were counted, in words. */
    Set<String> seen() {
        return seen;
    }

    /** Something may have removed profiles. */
    void look(Connection connection) throws SQLException {
        Set<String> now = new HashSet<>(texts(connection, Sql.of("select profile_id from profile")));
        profiles.removeAll(now);
        if (members != null) {
            members.forEach((number, ids) -> {
                long lost = ids.stream().filter(profiles::contains).count();
                ids.removeAll(profiles);
                gone.merge(number, (int) lost, Integer::sum);
            });
        }
        profiles = now;
    }

    /** A refresh has been done in this transaction. */
    void check(Connection connection, int number, ActiveSegments active, String when) throws SQLException {
        Map<Integer, Set<String>> found = new HashMap<>();
        for (CompiledSegment segment : active.computable()) {
            Sql everybody = Sql.of("select profile_id from profile p where ").then(segment.condition());
            Set<String> expected = new HashSet<>(texts(connection, everybody));
            assertThat(members(connection, segment.number(), Integer.MAX_VALUE))
                    .as("%s: segment %d", when, segment.number())
                    .isEqualTo(expected);
            checkFigures(connection, number, segment, expected, when);
            found.put(segment.number(), expected);
        }
        Map<Integer, Integer> waiting = new HashMap<>();
        for (UnfitSegment segment : active.unfit()) {
            Set<String> kept = members == null
                    ? members(connection, segment.number(), Integer.MAX_VALUE)
                    : members.getOrDefault(segment.number(), new HashSet<>());
            assertThat(members(connection, segment.number(), Integer.MAX_VALUE))
                    .as("%s: unfit segment %d", when, segment.number())
                    .isEqualTo(kept);
            found.put(segment.number(), kept);
            waiting.put(segment.number(), gone.getOrDefault(segment.number(), 0));
        }
        checkTheRefreshBefore(connection, when);
        assertThat(held(connection)).as("%s: numbers in memberships", when).isSubsetOf(found.keySet());
        members = found;
        gone = waiting;
        refresh = number;
    }

    private void checkFigures(
            Connection connection, int number, CompiledSegment segment, Set<String> expected, String when)
            throws SQLException {
        record Figures(long size, long joined, long left) {}
        Sql sql = Sql.of("""
                select size, joined, departed, concat_ws(' ', counted, reason) from refresh_segment
                where segment_id = ? and refresh_id = (select id from refresh where number = ?)""", segment.id(), number);
        Figures told = Database.first(connection, sql, row -> {
                    seen.add(row.getString(4));
                    return new Figures(row.getLong(1), row.getLong(2), row.getLong(3));
                })
                .orElseThrow();
        if (members == null) {
            assertThat(told.size()).as(when).isEqualTo(expected.size());
            return;
        }
        Set<String> before = members.getOrDefault(segment.number(), Set.of());
        Figures figures = new Figures(
                expected.size(),
                expected.stream().filter(id -> !before.contains(id)).count(),
                before.stream().filter(id -> !expected.contains(id)).count() + gone.getOrDefault(segment.number(), 0));
        assertThat(told).as("%s: segment %d", when, segment.number()).isEqualTo(figures);
    }

    /** A stream that has begun goes on reading it. */
    private void checkTheRefreshBefore(Connection connection, String when) throws SQLException {
        if (members != null) {
            for (Map.Entry<Integer, Set<String>> one : members.entrySet()) {
                assertThat(members(connection, one.getKey(), refresh))
                        .as("%s: segment %d at the refresh before", when, one.getKey())
                        .isEqualTo(one.getValue());
            }
        }
    }

    private static Set<String> members(Connection connection, int segment, int refresh) throws SQLException {
        return new HashSet<>(texts(
                connection,
                Sql.of(
                        "select profile_id from membership where since <= ? and (until is null or until > ?)"
                                + " and segments @> array[?::integer]",
                        refresh,
                        refresh,
                        segment)));
    }

    private static Set<Integer> held(Connection connection) throws SQLException {
        return new HashSet<>(Database.list(
                connection,
                Sql.of("select distinct unnest(segments) from membership where until is null"),
                row -> row.getInt(1)));
    }

    private static List<String> texts(Connection connection, Sql sql) throws SQLException {
        return Database.list(connection, sql, row -> row.getString(1));
    }
}
