package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.comparison.KnownElsewhere;
import insights.export.comparison.MoveRepository;
import insights.export.comparison.TakeOffRepository;
import insights.export.comparison.Whose;
import insights.export.guard.AudienceGone;
import insights.export.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes flags off contacts that are in no audience any more, or on lists instead. */
@ApplicationScoped
class ClearPhase {

    private static final int READ = 1_000;

    private final TakeOffRepository work;
    private final KnownElsewhere elsewhere;
    private final MoveRepository moves;
    private final Ledger ledger;
    private final BelievedAddresses addresses;
    private final NotFound notFound;

    ClearPhase(
            TakeOffRepository work,
            KnownElsewhere elsewhere,
            MoveRepository moves,
            Ledger ledger,
            BelievedAddresses addresses,
            NotFound notFound) {
        this.work = work;
        this.elsewhere = elsewhere;
        this.moves = moves;
        this.ledger = ledger;
        this.addresses = addresses;
        this.notFound = notFound;
    }

    void run(Assignment assignment, Whose whose) {
        run(
                assignment,
                after -> work.flagged(assignment.runId(), assignment.exportId(), whose, after, READ),
                gone(assignment, believed(assignment)));
    }

    /** Takes those off their flags who are on the lists instead, because the export shows its audiences by list now. */
    void move(Assignment assignment) {
        run(
                assignment,
                after -> moves.offFlags(assignment.runId(), assignment.exportId(), after, READ),
                ofAll(
                        assignment,
                        believed(assignment),
                        (database, addresses) -> ledger.moved(database, assignment.exportId(), addresses)));
    }

    /** Takes those off the flags of segments that they have left whose values cannot be sent: flags go with values otherwise. */
    void leave(Assignment assignment) {
        UUID run = assignment.runId();
        UUID export = assignment.exportId();
        Clearing leaving = clearing(
                assignment,
                believed(assignment),
                (database, contacts) -> ledger.leaving(database, run, export, contacts),
                (database, contacts) -> ledger.left(database, run, export, contacts));
        run(assignment, after -> work.flaggedAndStuck(run, export, after, READ), leaving);
    }

    /**
     * Clears the contact of somebody who was erased and waits for the answer, unless another export wants it so.
     *
     * @param email its address, as far as anybody knows it
     * @return false when nothing that is known finds it
     */
    boolean erase(Assignment assignment, byte[] address, Supplier<Optional<EmailAddress>> email) {
        Clearing clearing = gone(assignment, contacts -> email.get()
                .map(known ->
                        new BelievedAddresses.Found(Map.of(BelievedAddresses.Hashed.name(address), known), Set.of()))
                .orElse(BelievedAddresses.Found.NOTHING));
        work.flagged(assignment.exportId(), address).ifPresent(clearing::erase);
        return clearing.isEverybodyFound();
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

    private Clearing.Emails believed(Assignment assignment) {
        return contacts -> addresses.find(assignment.export(), assignment.type(), contacts);
    }

    private Clearing gone(Assignment assignment, Clearing.Emails believed) {
        return ofAll(assignment, believed, (database, addresses) -> {
            AudienceGone.cleared(database, assignment.runId(), assignment.exportId(), addresses);
            ledger.cleared(database, assignment.exportId(), addresses);
        });
    }

    private Clearing ofAll(Assignment assignment, Clearing.Emails believed, Clearing.Noted cleared) {
        return clearing(
                assignment,
                believed,
                (database, contacts) -> ledger.clearing(database, assignment.exportId(), contacts),
                cleared);
    }

    private Clearing clearing(
            Assignment assignment, Clearing.Emails believed, Clearing.Noted clearing, Clearing.Noted cleared) {
        return new Clearing(assignment, work, elsewhere, ledger, notFound, believed, clearing, cleared);
    }
}
