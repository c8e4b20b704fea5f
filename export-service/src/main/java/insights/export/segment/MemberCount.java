package insights.export.segment;

import insights.common.problem.HttpProblem;

/** How many distinct profiles some segments have, or why that is not known. */
public sealed interface MemberCount {

    /** So many, as of the latest refresh. */
    record Counted(long profiles) implements MemberCount {}

    /** One of the segments is gone, inactive or not refreshed; or segment-service does not answer. */
    record NotCounted(HttpProblem why) implements MemberCount {}

    /** The number; throws the problem when there is none. */
    default long orThrow() {
        return switch (this) {
            case Counted counted -> counted.profiles();
            case NotCounted not -> throw not.why();
        };
    }
}
