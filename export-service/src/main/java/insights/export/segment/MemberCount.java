package insights.export.segment;

import insights.common.problem.HttpProblem;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** How many distinct profiles some segments have, or why that is not known. */
public sealed interface MemberCount {

    /** So many, as of the latest refresh. */
    record Counted(long profiles) implements MemberCount {}

    /**
     * One of the segments is gone, inactive or not refreshed; or segment-service does not answer.
     *
     * @param without the segments that have no members; empty when it does not answer
     */
    record NotCounted(HttpProblem why, Set<UUID> without) implements MemberCount {

        /** What can be answered instead: all others, or where these are among those without members, these and why. */
        public Set<UUID> instead(Collection<UUID> these, Collection<UUID> all) {
            if (!Collections.disjoint(these, without)) {
                return Set.copyOf(these);
            }
            Set<UUID> others = new HashSet<>(all);
            others.removeAll(without);
            return others;
        }
    }

    /** The number; throws the problem when there is none. */
    default long orThrow() {
        return switch (this) {
            case Counted counted -> counted.profiles();
            case NotCounted not -> throw not.why();
        };
    }
}
