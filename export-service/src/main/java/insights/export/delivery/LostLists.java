package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lists that somebody deleted at the destination. Whoever wants one makes it anew, with everybody on it; but what people there built on
 * the old one, journeys above all, does not come with it, so they are told.
 */
@ApplicationScoped
class LostLists {

    private final Ledger ledger;
    private final SegmentLists lists;

    LostLists(Ledger ledger, SegmentLists lists) {
        this.ledger = ledger;
        this.lists = lists;
    }

    /** Forgets a list with all memberships in it, in one transaction with something else that is so for the one. */
    void forget(Assignment assignment, Membership membership, String list, RunControl.Change also) {
        boolean wanted = assignment.byList() && assignment.export().segmentIds().contains(membership.segment());
        String detail = wanted ? detail(lists.name(membership.segment())) : null;
        assignment.run().commit(Counts.steps(0), database -> {
            also.apply(database);
            ledger.listLost(database, list);
            if (wanted) {
                warn(database, assignment, membership, detail);
            }
        });
    }

    private static String detail(String segment) {
        return "The list of the segment \"%s\" was gone at the destination. It is made anew with everybody on it; journeys that refer to the old"
                        .formatted(segment)
                + " one must be pointed to the new one.";
    }

    private static void warn(Connection database, Assignment assignment, Membership membership, String detail)
            throws SQLException {
        Database.update(
                database,
                Sql.of(
                        "insert into run_warning (run_id, reason, segment_id, detail) values (?, ?, ?, ?) on conflict do nothing",
                        assignment.runId(),
                        WarningReason.LIST_GONE.name(),
                        membership.segment(),
                        detail));
    }
}
