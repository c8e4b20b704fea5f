package insights.segment.definition;

import java.util.UUID;

/**
 * An active segment that cannot be computed, because its rule, or that of a segment it is made of, does not fit the fields
 * that profiles have.
 *
 * @param number short name in membership arrays
 * @param field that does not fit; null when the rule is too large
 * @param detail in words, naming the segment and the field
 */
public record UnfitSegment(UUID id, int number, long version, String field, String detail) {

    private static final String OF_ANOTHER = "It is made of another segment. ";

    static UnfitSegment of(UUID id, int number, long version, SegmentNotComputable reason) {
        String detail = reason.segment().equals(id) ? reason.getMessage() : OF_ANOTHER + reason.getMessage();
        return new UnfitSegment(id, number, version, reason.field(), detail);
    }
}
