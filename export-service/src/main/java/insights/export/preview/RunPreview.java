package insights.export.preview;

import insights.export.matching.RejectionReason;
import insights.export.run.StopReason;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * What a run would do if it began now (B4).
 *
 * @param profiles distinct members of the segments
 * @param eligible those that can be exported
 * @param rejected the others, by reason: without e-mail, duplicates, opted out and so on; reasons without any are absent
 * @param toAdd contacts to create
 * @param toUpdate contacts to update
 * @param unchanged contacts that are as they should be
 * @param toRemove people who will be in no audience any more
 * @param joins memberships to add by a request of their own; none in the modes FIELD and TAG
 * @param leaves memberships to end by a request of their own, and contacts to take off all their fields or tags
 * @param requests about how many requests that takes: more when the destination refuses some, fewer when it has a list or a
 *     field already that would be made
 * @param minutes how long they take at the connection's rate
 * @param stop what would stop the run before it sends anything; null when nothing would
 */
public record RunPreview(
        long profiles,
        long eligible,
        @NotNull Map<RejectionReason, Long> rejected,
        long toAdd,
        long toUpdate,
        long unchanged,
        long toRemove,
        long joins,
        long leaves,
        long requests,
        double minutes,
        Stop stop) {

    /** Of a run that would be stopped before it could compare anything. */
    static RunPreview stopped(Stop stop) {
        return new RunPreview(0, 0, Map.of(), 0, 0, 0, 0, 0, 0, 0, 0, stop);
    }

    /** Why a run would not begin, and what to do. */
    public record Stop(@NotNull StopReason reason, @NotNull String detail) {}
}
