package insights.segment.member;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * What says whether a segment has members to read.
 *
 * @param number its short name where memberships are kept
 * @param refreshed whether it was part of the latest refresh
 * @param failure why that could not compute it; null when it could, or had nothing to do with it
 */
record MemberSegment(UUID id, int number, String displayName, boolean active, boolean refreshed, String failure) {

    /** Whether there is anybody in it for those who ask; in one that is switched off nobody is, whoever was before. */
    boolean isReadable() {
        return active && refreshed;
    }

    /** The same for callers. */
    @RegisterForReflection
    record Told(UUID id, String displayName, boolean active, boolean refreshed, String failure) {}

    Told told() {
        return new Told(id, displayName, active, refreshed, failure);
    }
}
