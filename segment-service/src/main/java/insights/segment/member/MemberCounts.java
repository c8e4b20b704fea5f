package insights.segment.member;

import insights.common.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Counts the members of many choices of segments in one walk over the memberships. */
@ApplicationScoped
class MemberCounts {

    private final MemberRepository members;
    private final Database database;

    MemberCounts(MemberRepository members, Database database) {
        this.members = members;
        this.database = database;
    }

    /**
     * What was counted.
     *
     * @param counts in the order of the question; null where a segment is gone, inactive or was not part of the latest refresh
     * @param segments those of the segments that there are
     */
    record Counted(List<Long> counts, Collection<MemberSegment> segments) {}

    Counted count(List<List<UUID>> choices) {
        Set<UUID> all = new HashSet<>();
        choices.forEach(all::addAll);
        return database.transaction(connection -> {
            int refresh = members.latestRefresh(connection).orElse(0);
            Map<UUID, MemberSegment> segments = members.segments(connection, refresh, all);
            return new Counted(counts(connection, refresh, choices, segments), segments.values());
        });
    }

    private List<Long> counts(
            Connection connection, int refresh, List<List<UUID>> choices, Map<UUID, MemberSegment> segments)
            throws SQLException {
        List<Integer[]> numbers =
                choices.stream().map(choice -> numbers(choice, segments)).toList();
        List<Integer[]> countable = numbers.stream().filter(Objects::nonNull).toList();
        List<Long> counted = countable.isEmpty() ? List.of() : members.counts(connection, refresh, countable);
        Long[] counts = new Long[numbers.size()];
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = numbers.get(i) == null ? null : counted.get(next++);
        }
        return new ArrayList<>(Arrays.asList(counts));
    }

    /** Null when there is one without members to count. */
    private static Integer[] numbers(List<UUID> choice, Map<UUID, MemberSegment> segments) {
        List<MemberSegment> found =
                choice.stream().distinct().map(segments::get).toList();
        return found.stream().allMatch(segment -> segment != null && segment.isReadable())
                ? found.stream().map(MemberSegment::number).toArray(Integer[]::new)
                : null;
    }
}
