package insights.export.delivery;

import insights.export.ledger.Fingerprints;
import insights.export.ledger.Ledger;
import insights.export.matching.RejectionReason;
import insights.export.segment.MemberClient;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Creates and updates contacts, and with them the fields of their segments. While some are sent, the next are read.
 */
@ApplicationScoped
class UpsertPhase {

    private final MemberClient members;
    private final WorkRepository work;
    private final Fingerprints fingerprints;
    private final Ledger ledger;
    private final ExecutorService threads;

    UpsertPhase(
            MemberClient members,
            WorkRepository work,
            Fingerprints fingerprints,
            Ledger ledger,
            @VirtualThreads ExecutorService threads) {
        this.members = members;
        this.work = work;
        this.fingerprints = fingerprints;
        this.ledger = ledger;
        this.threads = threads;
    }

    void run(Assignment assignment) {
        BatchUpsert batches = new BatchUpsert(assignment.account(), new Results(assignment));
        try (UpsertReader reader = new UpsertReader(assignment, members, work, fingerprints)) {
            ReadAhead<UpsertReader.Piece> pieces = new ReadAhead<>(reader::next, threads);
            for (UpsertReader.Piece piece = pieces.next(); !piece.isEmpty(); piece = pieces.next()) {
                piece.missing().forEach(profile -> reject(assignment, profile, RejectionReason.CHANGED_MEANWHILE));
                announceFlags(assignment, piece.upserts());
                batches.send(piece.upserts());
            }
        }
    }

    private void announceFlags(Assignment assignment, List<Upsert> upserts) {
        if (!assignment.byList()) {
            assignment
                    .run()
                    .commit(
                            Counts.steps(0),
                            database -> ledger.flagging(
                                    database,
                                    assignment.exportId(),
                                    upserts.stream().map(Upsert::flagging).toList()));
        }
    }

    private static void reject(Assignment assignment, String profile, RejectionReason reason) {
        assignment
                .run()
                .commit(
                        Counts.rejection(),
                        database -> DesiredRepository.reject(database, assignment.runId(), profile, reason));
    }

    private final class Results implements BatchUpsert.Results {

        private final Assignment assignment;

        Results(Assignment assignment) {
            this.assignment = assignment;
        }

        @Override
        public void accepted(List<BatchUpsert.Accepted> contacts) {
            assignment
                    .run()
                    .commit(
                            Counts.upserts(contacts.size()),
                            database -> ledger.delivered(
                                    database,
                                    assignment.exportId(),
                                    contacts.stream()
                                            .map(contact -> contact.upsert().accepted(contact.contactId()))
                                            .toList()));
        }

        @Override
        public void refused(Upsert upsert, RejectionReason reason) {
            assignment.run().commit(Counts.rejection(), database -> {
                ledger.rejected(database, assignment.exportId(), upsert.profileId(), reason, upsert.fingerprint());
                DesiredRepository.reject(database, assignment.runId(), upsert.profileId(), reason);
            });
        }
    }
}
