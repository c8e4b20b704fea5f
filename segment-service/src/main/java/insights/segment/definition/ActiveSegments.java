package insights.segment.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All active segments: one whose rule fits the profiles no more does not keep the others from being computed.
 *
 * @param computable ready to be computed, in order of their numbers
 * @param unfit the others
 */
public record ActiveSegments(List<CompiledSegment> computable, List<UnfitSegment> unfit) {

    /** One that could be computed, or was not active, before a change, and is unfit now: by the change. */
    public Optional<UnfitSegment> brokenSince(ActiveSegments before) {
        Set<UUID> known = before.unfit.stream().map(UnfitSegment::id).collect(Collectors.toUnmodifiableSet());
        return unfit.stream().filter(segment -> !known.contains(segment.id())).findFirst();
    }
}
