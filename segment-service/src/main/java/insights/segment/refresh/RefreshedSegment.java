package insights.segment.refresh;

import java.util.UUID;

/**
 * What a refresh found of one segment.
 *
 * @param version of the segment's definition
 * @param joined how many members it has now that the refresh before did not find
 * @param left how many it has no more
 */
public record RefreshedSegment(UUID id, long version, long size, long joined, long left) {}
