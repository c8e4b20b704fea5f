package insights.segment.member;

import java.time.Instant;

/**
 * A profile that is in at least one of the segments asked for.
 *
 * @param segments numbers of all segments it is in
 * @param values the attributes asked for as JSON in UTF-8, null where one is missing
 */
record Member(String profileId, Instant updatedAt, Integer[] segments, byte[][] values) {}
