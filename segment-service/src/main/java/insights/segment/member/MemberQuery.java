package insights.segment.member;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which members to stream.
 *
 * @param refresh number of the refresh whose memberships are read, from the first line to the last
 * @param segments the ids of the segments asked for, by their numbers
 * @param fields the attributes asked for
 * @param addresses the fields of addresses, by which it is known who opted out
 * @param optOutKeyOf the field of which lines tell the opt-out key; null: none
 * @param after id of the profile before the first; empty for the beginning
 */
record MemberQuery(
        int refresh,
        Map<Integer, UUID> segments,
        List<String> fields,
        List<String> addresses,
        String optOutKeyOf,
        String after) {

    MemberQuery after(String profileId) {
        return new MemberQuery(refresh, segments, fields, addresses, optOutKeyOf, profileId);
    }

    /** The fields whose values are wanted as text, in the order of their columns: that of the key, then the addresses. */
    List<String> texts(boolean withAddresses) {
        return Stream.concat(
                        Stream.ofNullable(optOutKeyOf), withAddresses ? addresses.stream() : Stream.<String>empty())
                .toList();
    }

    /** The column of the value that the opt-out key is made of, if there is one. */
    int keyColumn() {
        return MemberPage.FIRST_FIELD + fields.size();
    }

    /** The column of the first address. */
    int firstAddress() {
        return keyColumn() + (optOutKeyOf == null ? 0 : 1);
    }
}
