package insights.segment.member;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Members that were read at once, as PostgreSQL writes their columns: profile id, time of the last change, numbers of the
 * segments, and the attributes asked for.
 *
 * @param end whether no others come after them
 */
record MemberPage(List<byte[][]> rows, boolean end) {

    /** Id of the last one; for a page that is not the end. */
    String last() {
        return new String(rows.getLast()[0], StandardCharsets.UTF_8);
    }
}
