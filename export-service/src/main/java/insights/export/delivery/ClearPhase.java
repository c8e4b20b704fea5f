package insights.export.delivery;

import insights.export.comparison.MoveRepository;
import insights.export.comparison.TakeOffRepository;
import insights.export.comparison.Whose;
import insights.export.guard.AudienceGone;
import insights.export.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes flags off contacts that are in no audience any more, or on lists instead. */
@ApplicationScoped
class ClearPhase {

    private static final int READ = 1_000;

    private final TakeOffRepository work;
    private final MoveRepository moves;
    private final Ledger ledger;
    private final BelievedAddresses addresses;

    ClearPhase(TakeOffRepository work, MoveRepository moves, Ledger ledger, BelievedAddresses addresses) {
        this.work = work;
        this.moves = moves;
        this.ledger = ledger;
        this.addresses = addresses;
    }

    void run(Assignment assignment, Whose whose) {
        run(
                assignment,
                after -> work.flagged(assignment.runId(), assignment.exportId(), whose, after, READ),
                gone(assignment));
    }

    /** Takes those off their flags who are on the lists instead, because the export shows its audiences by list now. */
    void move(Assignment assignment) {
        run(
                assignment,
                after -> moves.offFlags(assignment.runId(), assignment.exportId(), after, READ),
                clearing(
                        assignment, (database, addresses) -> ledger.moved(database, assignment.exportId(), addresses)));
    }

    /** Clears one contact, whose address nobody here knows any more, and waits for the answer; unless another export wants it so. */
    void clear(Assignment assignment, byte[] address) {
        Clearing clearing = gone(assignment);
        work.flagged(assignment.exportId(), address)
                .ifPresent(flagged -> clearing.clear(clearing.leaveToOthers(List.of(flagged)), Map.of()));
    }

    private void run(Assignment assignment, Function<byte[], List<TakeOffRepository.Flagged>> next, Clearing clearing) {
        byte[] after = {};
        while (true) {
            List<TakeOffRepository.Flagged> flagged = next.apply(after);
            if (flagged.isEmpty()) {
                assignment.inFlight().awaitAll();
                return;
            }
            clearing.begin(flagged);
            after = flagged.getLast().address();
        }
    }

    private Clearing gone(Assignment assignment) {
        return clearing(assignment, (database, addresses) -> {
            AudienceGone.cleared(database, assignment.runId(), assignment.exportId(), addresses);
            ledger.cleared(database, assignment.exportId(), addresses);
        });
    }

    private Clearing clearing(Assignment assignment, Clearing.Cleared cleared) {
        return new Clearing(assignment, ledger, addresses, cleared);
    }
}
