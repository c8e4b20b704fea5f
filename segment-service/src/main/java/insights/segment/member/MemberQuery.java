package insights.segment.member;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which members to stream.
 *
 * @param refresh number of the refresh whose memberships are read, from the first line to the last
 * @param segments the ids of the segments asked for, by their numbers
 * @param fields the attributes asked for
 * @param addresses the fields of addresses, by which it is known who opted out
 * @param after id of the profile before the first; empty for the beginning
 */
record MemberQuery(
        int refresh, Map<Integer, UUID> segments, List<String> fields, List<String> addresses, String after) {

    MemberQuery after(String profileId) {
        return new MemberQuery(refresh, segments, fields, addresses, profileId);
    }
}
