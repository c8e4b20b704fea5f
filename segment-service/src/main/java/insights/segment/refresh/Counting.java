package insights.segment.refresh;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.definition.ActiveSegments;
import insights.segment.definition.CompiledSegment;
import insights.segment.definition.UnfitSegment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How each segment is to be counted. The members of a segment whose condition is, with all its values, the same as at the
 * refresh before can only be others where a profile has changed; so it is the conditions that are compared, and whatever
 * makes another one of a rule is noticed by that: an edit, another type of a field, the time.
 *
 * @param parts the segments that can be computed, in order of their numbers
 * @param unfit the others, which keep their members
 * @param dropped numbers of segments that memberships hold and that are not active any more
 */
record Counting(List<Part> parts, List<UnfitSegment> unfit, List<Integer> dropped) {

    /** Only the memberships of the latest refresh are what was noted of it: an older version of the service notes nothing. */
    private static final Sql KNOWN = Sql.of("""
            select number, condition, rule from counted_segment
            where refresh = (select max(number) from refresh where status = 'SUCCESSFUL')""");

    private static final Sql IS_ANYBODY_CHANGED =
            Sql.of("select exists (select from profile_change where profile_id is null)");

    /** Of a segment that was removed while the refresh began. */
    private static final byte[] NONE = {};

    /** Segments that could not be computed stand at the end, beyond the hashes, and so have none. */
    private static final String SAVE = """
            insert into counted_segment (number, refresh, condition, rule)
            select number, ?, condition, rule from unnest(?::integer[], ?, ?) as counted (number, condition, rule)""";

    /**
     * One segment.
     *
     * @param condition its hash
     * @param rule the hash of its condition as if it were always the same moment
     * @param reason why everybody has to be looked at; null when those who changed are enough
     * @param known whether the memberships hold it, so that it has a size already
     */
    record Part(CompiledSegment segment, byte[] condition, byte[] rule, FullCountReason reason, boolean known) {

        Counted counted() {
            return reason == null ? Counted.CHANGES : Counted.FULL;
        }

        private Part because(FullCountReason other) {
            return reason == null ? new Part(segment, condition, rule, other, known) : this;
        }
    }

    private record Known(byte[] condition, byte[] rule) {}

    /** @param timeless the same segments, compiled for a moment that is always the same */
    static Counting of(Connection connection, ActiveSegments active, ActiveSegments timeless) throws SQLException {
        Map<Integer, Known> known = new HashMap<>();
        Database.list(connection, KNOWN, row -> known.put(row.getInt(1), new Known(row.getBytes(2), row.getBytes(3))));
        Map<Integer, byte[]> rules = new HashMap<>();
        timeless.computable().forEach(segment -> rules.put(segment.number(), ConditionHash.of(segment.condition())));
        List<Part> parts = active.computable().stream()
                .map(segment -> part(segment, rules.getOrDefault(segment.number(), NONE), known.get(segment.number())))
                .toList();
        List<Integer> dropped = new ArrayList<>(known.keySet());
        parts.forEach(part -> dropped.remove((Integer) part.segment().number()));
        active.unfit().forEach(segment -> dropped.remove((Integer) segment.number()));
        Counting counting = new Counting(parts, active.unfit(), dropped);
        return isAnybodyChanged(connection) ? counting.ofEverybody() : counting;
    }

    private static Part part(CompiledSegment segment, byte[] rule, Known known) {
        byte[] condition = ConditionHash.of(segment.condition());
        return new Part(segment, condition, rule, reason(condition, rule, known), known != null);
    }

    private static FullCountReason reason(byte[] condition, byte[] rule, Known known) {
        if (known == null || known.condition() == null) {
            return FullCountReason.FIRST;
        }
        if (Arrays.equals(condition, known.condition())) {
            return null;
        }
        return Arrays.equals(rule, known.rule()) ? FullCountReason.DATE : FullCountReason.RULE;
    }

    private static boolean isAnybodyChanged(Connection connection) throws SQLException {
        return Database.first(connection, IS_ANYBODY_CHANGED, row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** The same, with everybody looked at for all of them. */
    Counting ofEverybody() {
        return new Counting(
                parts.stream()
                        .map(part -> part.because(FullCountReason.PROFILES))
                        .toList(),
                unfit,
                dropped);
    }

    /** Whether there is none for which those who changed are enough. */
    boolean isOfEverybody() {
        return full().size() == parts.size();
    }

    /** Those for which everybody has to be looked at. */
    List<CompiledSegment> full() {
        return parts.stream()
                .filter(part -> part.reason() != null)
                .map(Part::segment)
                .toList();
    }

    /** Remembers, when the memberships are written, what they hold. */
    void save(Connection connection, StartedRefresh refresh) throws SQLException {
        Database.update(connection, Sql.of("delete from counted_segment"));
        Integer[] numbers = Stream.concat(
                        parts.stream().map(part -> part.segment().number()),
                        unfit.stream().map(UnfitSegment::number))
                .toArray(Integer[]::new);
        Database.update(
                connection,
                Sql.of(
                        SAVE,
                        refresh.number(),
                        numbers,
                        parts.stream().map(Part::condition).toArray(byte[][]::new),
                        parts.stream().map(Part::rule).toArray(byte[][]::new)));
    }
}
