package insights.export.delivery;

import insights.common.sql.Database;
import insights.export.comparison.WorkRepository;
import insights.export.desired.DesiredRepository;
import insights.export.ledger.Fingerprints;
import insights.export.ledger.Ledger;
import insights.export.ledger.Memberships;
import insights.export.progress.Counts;
import insights.export.progress.WaitReason;
import insights.export.segment.MemberClient;
import insights.export.segment.OptOutClient;
import insights.export.segment.ReadAhead;
import insights.export.sending.BatchUpsert;
import insights.export.sending.LastLook;
import insights.export.sending.StillIn;
import insights.export.sending.Upsert;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Creates and updates contacts, and with them the flags of their segments. While some are sent, the next are read.
 */
@ApplicationScoped
class UpsertPhase {

    private final MemberClient members;
    private final WorkRepository work;
    private final Fingerprints fingerprints;
    private final Ledger ledger;
    private final Memberships memberships;
    private final Database database;
    private final OptOutClient optOuts;
    private final ExecutorService threads;

    UpsertPhase(
            MemberClient members,
            WorkRepository work,
            Fingerprints fingerprints,
            Ledger ledger,
            Memberships memberships,
            Database database,
            OptOutClient optOuts,
            @VirtualThreads ExecutorService threads) {
        this.members = members;
        this.work = work;
        this.fingerprints = fingerprints;
        this.ledger = ledger;
        this.memberships = memberships;
        this.database = database;
        this.optOuts = optOuts;
        this.threads = threads;
    }

    /** @return whether some are other contacts now, so that what was put on the former is to be taken off */
    boolean run(Assignment assignment) {
        boolean replaced;
        try (UpsertReader reader = new UpsertReader(assignment, members, work, fingerprints)) {
            UpsertResults results = new UpsertResults(assignment, ledger, memberships, database, reader.emptied());
            ReadAhead<UpsertReader.Piece> pieces = new ReadAhead<>(reader::next, threads);
            while (true) {
                UpsertReader.Piece piece = assignment.run().asking(WaitReason.SEGMENT_SERVICE, pieces::next);
                if (piece.isEmpty()) {
                    break;
                }
                piece.missing().forEach(results::missing);
                send(assignment, piece, results);
            }
            assignment.inFlight().awaitAll();
            replaced = results.isAnyReplaced();
        }
        assignment.run().commit(Counts.steps(0), database -> DesiredRepository.answered(database, assignment.runId()));
        return replaced;
    }

    private void send(Assignment assignment, UpsertReader.Piece piece, UpsertResults results) {
        int size = assignment.type().maxContacts();
        Riding riding = assignment.riding();
        List<Upsert> upserts = piece.upserts();
        int together = Math.max(1, LastLook.MOST / size) * size;
        for (int from = 0; from < upserts.size(); from += together) {
            List<Upsert> some = upserts.subList(from, Math.min(upserts.size(), from + together));
            List<OptOutClient.Contact> people =
                    some.stream().map(StillIn::contact).toList();
            LastLook look = new LastLook(assignment.gate(), optOuts, people, piece.toldAt());
            BatchUpsert batches = new BatchUpsert(
                    assignment.destination(), assignment.inFlight(), results, new StillIn(results, look));
            for (int first = from; first < from + some.size(); first += size) {
                int to = Math.min(from + some.size(), first + size);
                results.announce(upserts, to);
                List<Upsert> batch = riding.aboard(assignment, upserts.subList(first, to));
                batches.begin(batch);
                riding.begun(assignment, batch);
            }
        }
    }
}
