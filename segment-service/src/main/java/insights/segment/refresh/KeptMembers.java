package insights.segment.refresh;

import insights.common.sql.Sql;
import insights.segment.definition.ActiveSegments;
import insights.segment.definition.CompiledSegment;
import insights.segment.definition.UnfitSegment;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The members of a segment that cannot be computed: those it has, as far as they are still there. */
final class KeptMembers {

    private KeptMembers() {}

    /** All active segments in order of their numbers, each with the condition by which its members are found. */
    static List<CompiledSegment> together(ActiveSegments active) {
        return Stream.concat(
                        active.computable().stream(), active.unfit().stream().map(KeptMembers::kept))
                .sorted(Comparator.comparingInt(CompiledSegment::number))
                .toList();
    }

    private static CompiledSegment kept(UnfitSegment segment) {
        Sql member = Sql.of(
                "exists (select from membership kept where kept.profile_id = p.profile_id and kept.until is null"
                        + " and kept.segments @> array[?::integer])",
                segment.number());
        return new CompiledSegment(segment.id(), segment.number(), segment.version(), member);
    }
}
