package insights.segment.refresh;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a refresh found of one segment.
 *
 * @param version of the segment's definition
 * @param joined how many members it has now that the refresh before did not find
 * @param left how many it has no more, those included whom an import or an erasure took out meanwhile
 */
public record RefreshedSegment(@NotNull UUID id, long version, long size, long joined, long left) {}
