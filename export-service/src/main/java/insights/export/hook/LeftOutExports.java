package insights.export.hook;

import insights.export.ExportProblem;
import insights.export.definition.DueExports;
import insights.export.definition.Export;
import insights.export.segment.MemberCount;
import insights.export.segment.MemberCounts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Exports that no refresh is about any more, because all their segments were switched off or removed. Every refresh sets them
 * off all the same: they are skipped and say why, but who opted out is taken off (D3).
 */
@ApplicationScoped
class LeftOutExports {

    private static final Set<URI> FOR_GOOD =
            Set.of(ExportProblem.SEGMENT_INACTIVE.uri(), ExportProblem.UNKNOWN_SEGMENT.uri());

    private final DueExports exports;
    private final MemberCounts members;

    LeftOutExports(DueExports exports, MemberCounts members) {
        this.exports = exports;
        this.members = members;
    }

    /**
     * Their ids.
     *
     * @param refreshed segments that a refresh was about
     * @throws RuntimeException 503 when segment-service does not say: whoever announces the refresh does so again
     */
    Set<UUID> of(Collection<UUID> refreshed) {
        List<Export> others = QuarkusTransaction.requiringNew().call(() -> exports.onRefreshWithout(refreshed));
        Set<UUID> leftOut = new HashSet<>();
        if (!others.isEmpty()) {
            List<MemberCount> counts =
                    members.of(others.stream().map(Export::segmentIds).toList());
            for (int i = 0; i < others.size(); i++) {
                if (isLeftOut(others.get(i), counts.get(i))) {
                    leftOut.add(others.get(i).id());
                }
            }
        }
        return leftOut;
    }

    private static boolean isLeftOut(Export export, MemberCount count) {
        if (!(count instanceof MemberCount.NotCounted not)) {
            return false;
        }
        if (not.without().isEmpty()) {
            throw not.why();
        }
        return not.without().containsAll(export.segmentIds())
                && FOR_GOOD.contains(not.why().getType());
    }
}
