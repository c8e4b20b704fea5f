package insights.export.audience;

import insights.export.definition.Export;
import insights.export.ledger.Membership;
import insights.export.ledger.Memberships;
import insights.export.progress.Counts;
import insights.export.run.RunControl;
import insights.export.run.RunWarnings;
import insights.export.run.WarningReason;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lists that somebody deleted at the destination. Whoever wants one makes it anew, with everybody on it; but what people there built on
 * the old one, journeys above all, does not come with it, so they are told.
 */
@ApplicationScoped
public class LostLists {

    private final Memberships memberships;
    private final SegmentClient segments;

    LostLists(Memberships memberships, SegmentClient segments) {
        this.memberships = memberships;
        this.segments = segments;
    }

    /** Forgets a list with all memberships in it, in one transaction with something else that is so for the one. */
    public void forget(Export export, RunControl run, Membership membership, String list, RunControl.Change also) {
        boolean wanted = !export.audienceMode().isFlag() && export.segmentIds().contains(membership.segment());
        String detail = wanted ? detail(segments.name(membership.segment())) : null;
        run.commit(Counts.steps(0), database -> {
            also.apply(database);
            memberships.listLost(database, list);
            if (wanted) {
                RunWarnings.note(database, run.id(), WarningReason.LIST_GONE, membership.segment(), detail);
            }
        });
    }

    private static String detail(String segment) {
        return "The list of the segment \"%s\" was gone at the destination. It is made anew with everybody on it; journeys that refer to the old"
                        .formatted(segment)
                + " one must be pointed to the new one.";
    }
}
