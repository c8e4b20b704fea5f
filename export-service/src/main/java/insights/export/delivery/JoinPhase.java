package insights.export.delivery;

import insights.export.audience.LostLists;
import insights.export.comparison.WorkRepository;
import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import insights.export.ledger.Memberships;
import insights.export.segment.OptOutClient;
import insights.export.sending.ByContact;
import insights.export.sending.LastLook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts contacts on the lists of their segments: one request for each membership that did not ride along ({@link Riding}). */
@ApplicationScoped
class JoinPhase {

    private static final int READ = 1_000;

    /** A list takes hours; who opts out meanwhile is asked for so many at once. */
    private static final int LOOK = 100;

    private final WorkRepository work;
    private final Ledger ledger;
    private final Memberships memberships;
    private final LostLists lostLists;
    private final OptOutClient optOuts;

    JoinPhase(WorkRepository work, Ledger ledger, Memberships memberships, LostLists lostLists, OptOutClient optOuts) {
        this.work = work;
        this.ledger = ledger;
        this.memberships = memberships;
        this.lostLists = lostLists;
        this.optOuts = optOuts;
    }

    /**
     * Joins.
     *
     * @param heal whether to note what the destination has no longer, so that it can be made anew; otherwise it is a refusal
     * @return whether there was such
     */
    boolean run(Assignment assignment, boolean heal) {
        assignment.riding().settle(assignment);
        Joining joining = new Joining(assignment, ledger, memberships, lostLists, heal);
        Membership last = null;
        while (true) {
            List<WorkRepository.Join> joins = work.joins(assignment.runId(), assignment.exportId(), last, READ);
            if (joins.isEmpty()) {
                assignment.inFlight().awaitAll();
                return joining.hasLost();
            }
            for (int from = 0; from < joins.size(); from += LOOK) {
                List<WorkRepository.Join> next = joins.subList(from, Math.min(joins.size(), from + LOOK));
                LastLook look = new LastLook(
                        assignment.gate(),
                        optOuts,
                        next.stream().map(Joining::contact).toList());
                for (List<WorkRepository.Join> ofOne : ByContact.cut(next, WorkRepository.Join::membership)) {
                    String contact = ofOne.getFirst().membership().contactId();
                    assignment.inFlight().begin(List.of(contact), () -> joining.each(ofOne, look));
                }
            }
            last = joins.getLast().membership();
        }
    }
}
