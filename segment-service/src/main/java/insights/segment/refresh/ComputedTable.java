package insights.segment.refresh;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.definition.CompiledSegment;
import insights.segment.erasure.Tombstones;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The temporary table {@code computed}: a row for every profile, or every one that is touched ({@link TouchedProfiles}), with
 * the numbers of its segments in ascending order; null for those in no segment. One statement looks at every profile once and
 * evaluates all rules on it, which makes one consistent snapshot of it; rules with more values than a statement takes are
 * shared out among several.
 */
final class ComputedTable {

    /** The protocol counts the values of a statement with 16 bits. */
    private static final int MAX_BINDS = 50_000;

    private static final String BEGIN = """
            create temporary table %s on commit drop as
            select p.profile_id, nullif(array_remove(array[""";

    private static final String END = "]::integer[], null), '{}') as segments from ";

    private static final String EVERYBODY = "profile p";

    /** Where it lay is the quick way to a profile: by its id, what it was before is come upon first, in a place of its own. */
    private static final String TOUCHED = """
            touched cross join lateral (
                select profile_id, attributes from profile
                where profile.ctid = touched.place and profile.profile_id = touched.profile_id
                union all
                select profile_id, attributes from profile
                where profile.profile_id = touched.profile_id
                    and not exists (
                        select from profile found
                        where found.ctid = touched.place and found.profile_id = touched.profile_id)) p""";

    private ComputedTable() {}

    /** Of everybody. @param active in order of their numbers */
    static void create(Connection connection, List<CompiledSegment> active) throws SQLException {
        create(connection, active, EVERYBODY);
    }

    /** Of those who are touched. @param active in order of their numbers */
    static void createOfTouched(Connection connection, List<CompiledSegment> active) throws SQLException {
        create(connection, active, TOUCHED);
    }

    private static void create(Connection connection, List<CompiledSegment> active, String profiles)
            throws SQLException {
        List<List<CompiledSegment>> parts = parts(active);
        if (parts.size() == 1) {
            Database.update(connection, statement("computed", active, profiles));
            return;
        }
        // Each statement sees what is there when it begins: nobody changes profiles until the last one.
        JobLock.queue(connection, Tombstones.LOCK);
        for (int i = 0; i < parts.size(); i++) {
            Database.update(connection, statement("computed_" + i, parts.get(i), profiles));
        }
        Database.update(connection, united(parts.size()));
    }

    /** As many of them together as a statement takes. */
    static List<List<CompiledSegment>> parts(List<CompiledSegment> active) {
        List<List<CompiledSegment>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        int binds = 0;
        for (CompiledSegment segment : active) {
            int more = segment.condition().binds().size() + 1;
            if (binds + more > MAX_BINDS) {
                parts.add(new ArrayList<>());
                binds = 0;
            }
            parts.getLast().add(segment);
            binds += more;
        }
        return parts;
    }

    private static Sql statement(String table, List<CompiledSegment> segments, String profiles) {
        List<Sql> cases = segments.stream()
                .map(segment ->
                        Sql.of("case when ").then(segment.condition()).then(" then ?::integer end", segment.number()))
                .toList();
        return Sql.of(BEGIN.formatted(table)).then(Sql.join(", ", cases)).then(END + profiles);
    }

    private static Sql united(int parts) {
        String segments = IntStream.range(0, parts)
                .mapToObj("computed_%d.segments"::formatted)
                .collect(Collectors.joining(" || "));
        String joins = IntStream.range(1, parts)
                .mapToObj(" join computed_%d using (profile_id)"::formatted)
                .collect(Collectors.joining());
        return Sql.of("create temporary table computed on commit drop as select profile_id, " + segments
                + " as segments from computed_0" + joins);
    }
}
