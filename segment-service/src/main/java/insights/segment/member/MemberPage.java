package insights.segment.member;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * Members that were read at once, as PostgreSQL writes their columns: profile id, time of the last change, numbers of the
 * segments, the attributes asked for, and the texts of {@link MemberQuery#texts}.
 *
 * @param optedOut the places of those who opted out
 * @param end whether no others come after them
 */
record MemberPage(List<byte[][]> rows, BitSet optedOut, boolean end) {

    /** The column of the first attribute asked for. */
    static final int FIRST_FIELD = 3;

    MemberPage with(BitSet optedOut) {
        return new MemberPage(rows, optedOut, end);
    }

    /** Id of the last one; for a page that is not the end. */
    String last() {
        return new String(rows.getLast()[0], StandardCharsets.UTF_8);
    }
}
