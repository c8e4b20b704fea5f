package insights.segment.refresh;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.definition.CompiledSegment;
import insights.segment.erasure.Tombstones;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The temporary table {@code touched}: the profiles that may be in other segments than before. Those are the ones that have
 * changed, those for whom a rule that changed gives another answer than before, and those in a segment that is active no more.
 * A list that is edited in the very moment of the refresh counts for some of its people now, for the others at the next one.
 */
final class TouchedProfiles {

    private static final Sql CREATE =
            Sql.of("create temporary table touched (profile_id text collate \"C\", place tid) on commit drop");

    private static final String FLIPPED = """
            create temporary table flipped_%d on commit drop as
            select p.profile_id from profile p
            left join membership m on m.profile_id = p.profile_id and m.until is null
            where\s""";

    private static final String TAKE = """
            with taken as (delete from profile_change returning profile_id, place)
            insert into touched
            select profile_id, max(place) from (
                select profile_id, place from taken""";

    private static final String DROPPED =
            " union all select profile_id, null from membership where until is null and segments && ?";

    private static final String FLIPPED_TOO = " union all select profile_id, null from flipped_";

    /** Neighbours are looked up one after the other, since they are often in the same places. */
    private static final String ONCE = ") as found group by profile_id order by profile_id";

    /**
     * They are looked up one by one, so that it costs as many as they are; nothing that is left to do is about all profiles.
     * What lies in places of its own is mostly in memory: otherwise PostgreSQL would walk all memberships for one in a hundred.
     */
    private static final Sql PLAN =
            Sql.of("select set_config('enable_seqscan', 'off', true), set_config('random_page_cost', '1.1', true)");

    private TouchedProfiles() {}

    /**
     * Finds them. From then on nobody else changes profiles until the transaction ends; before, however long it takes to look
     * at everybody for some segments, others do: whoever is changed meanwhile is among those who have changed.
     *
     * @return false when it is not known whose profiles have changed
     */
    static boolean find(Connection connection, Counting counting) throws SQLException {
        Database.update(connection, CREATE);
        List<List<CompiledSegment>> parts =
                counting.full().isEmpty() ? List.of() : ComputedTable.parts(counting.full());
        for (int i = 0; i < parts.size(); i++) {
            Database.update(connection, flipped(i, parts.get(i)));
        }
        JobLock.queue(connection, Tombstones.LOCK);
        Sql take = counting.dropped().isEmpty()
                ? Sql.of(TAKE)
                : Sql.of(TAKE).then(DROPPED, (Object) counting.dropped().toArray(Integer[]::new));
        for (int i = 0; i < parts.size(); i++) {
            take = take.then(FLIPPED_TOO + i);
        }
        Database.update(connection, take.then(ONCE));
        Database.update(connection, Sql.of("analyze touched"));
        boolean known = Database.first(
                        connection,
                        Sql.of("select not exists (select from touched where profile_id is null)"),
                        row -> row.getBoolean(1))
                .orElseThrow();
        if (known) {
            Database.list(connection, PLAN, row -> Boolean.TRUE);
        }
        return known;
    }

    /** When everybody is looked at anyway. Before that: what is changed afterwards waits for the next refresh. */
    static void forget(Connection connection) throws SQLException {
        Database.update(connection, Sql.of("delete from profile_change"));
    }

    /** Those who are in one of the segments and should not be, or the other way round. */
    private static Sql flipped(int part, List<CompiledSegment> segments) {
        List<Sql> answers = segments.stream()
                .map(segment -> segment.condition()
                        .then(" <> coalesce(m.segments @> array[?::integer], false)", segment.number()))
                .toList();
        return Sql.of(FLIPPED.formatted(part)).then(Sql.join(" or ", answers));
    }
}
