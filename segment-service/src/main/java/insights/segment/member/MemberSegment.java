package insights.segment.member;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * What says whether a segment has members to read.
 *
 * @param number its short name where memberships are kept
 * @param refreshed whether it was part of the latest refresh
 */
record MemberSegment(UUID id, int number, String displayName, boolean active, boolean refreshed) {

    /** The same for callers. */
    @RegisterForReflection
    record Told(UUID id, String displayName, boolean active, boolean refreshed) {}

    Told told() {
        return new Told(id, displayName, active, refreshed);
    }
}
