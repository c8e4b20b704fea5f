package insights.export.delivery;

import insights.export.ledger.Fingerprints;
import insights.export.ledger.Ledger;
import insights.export.matching.RejectionReason;
import insights.export.progress.WaitReason;
import insights.export.segment.MemberClient;
import insights.export.segment.OptOutClient;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Creates and updates contacts, and with them the flags of their segments. While some are sent, the next are read.
 */
@ApplicationScoped
class UpsertPhase {

    /** So many requests are announced at once besides the one that begins. */
    private static final int AHEAD = 7;

    private final MemberClient members;
    private final WorkRepository work;
    private final Fingerprints fingerprints;
    private final Ledger ledger;
    private final OptOutClient optOuts;
    private final ExecutorService threads;

    UpsertPhase(
            MemberClient members,
            WorkRepository work,
            Fingerprints fingerprints,
            Ledger ledger,
            OptOutClient optOuts,
            @VirtualThreads ExecutorService threads) {
        this.members = members;
        this.work = work;
        this.fingerprints = fingerprints;
        this.ledger = ledger;
        this.optOuts = optOuts;
        this.threads = threads;
    }

    void run(Assignment assignment) {
        try (UpsertReader reader = new UpsertReader(assignment, members, work, fingerprints)) {
            Results results = new Results(assignment, reader.emptied());
            ReadAhead<UpsertReader.Piece> pieces = new ReadAhead<>(reader::next, threads);
            while (true) {
                UpsertReader.Piece piece = assignment.run().asking(WaitReason.SEGMENT_SERVICE, pieces::next);
                if (piece.isEmpty()) {
                    break;
                }
                piece.missing().forEach((profile, reason) -> reject(assignment, profile, reason));
                send(assignment, piece, results);
            }
        }
        assignment.inFlight().awaitAll();
        assignment.run().commit(Counts.steps(0), database -> DesiredRepository.answered(database, assignment.runId()));
    }

    private void send(Assignment assignment, UpsertReader.Piece piece, Results results) {
        int size = assignment.type().maxContacts();
        Riding riding = assignment.riding();
        List<Upsert> upserts = piece.upserts();
        int together = Math.max(1, LastLook.MOST / size) * size;
        for (int from = 0; from < upserts.size(); from += together) {
            List<Upsert> some = upserts.subList(from, Math.min(upserts.size(), from + together));
            List<OptOutClient.Contact> people =
                    some.stream().map(StillIn::contact).toList();
            LastLook look = new LastLook(assignment, optOuts, people, piece.toldAt());
            BatchUpsert batches = new BatchUpsert(assignment, results, new StillIn(results, look));
            for (int first = from; first < from + some.size(); first += size) {
                int to = Math.min(from + some.size(), first + size);
                results.announce(upserts, to);
                List<Upsert> batch = riding.aboard(assignment, upserts.subList(first, to));
                batches.begin(batch);
                riding.begun(assignment, batch);
            }
        }
    }

    private static void reject(Assignment assignment, String profile, RejectionReason reason) {
        assignment
                .run()
                .commit(
                        Counts.rejection(),
                        database -> DesiredRepository.reject(database, assignment.runId(), profile, reason));
    }

    private final class Results implements BatchUpsert.Results, StillIn.Results {

        private final Assignment assignment;
        private final Collection<String> emptied;
        /** How far flags are announced to be set; null when nothing is, or they are not. */
        private volatile String announced;

        Results(Assignment assignment, Collection<String> emptied) {
            this.assignment = assignment;
            this.emptied = emptied;
        }

        /**
         * Says how far flags may be set, before the request that sets them; memberships are announced one by one. A few more
         * requests are announced than this one, so that it need not be done before each.
         */
        void announce(List<Upsert> upserts, int to) {
            String last = upserts.get(to - 1).profileId();
            if (!assignment.byList() && (announced == null || ProfileIds.ORDER.compare(last, announced) > 0)) {
                int ahead = AHEAD * assignment.type().maxContacts();
                String through =
                        upserts.get(Math.min(upserts.size(), to + ahead) - 1).profileId();
                assignment
                        .run()
                        .commit(
                                Counts.steps(0),
                                database -> DesiredRepository.asked(database, assignment.runId(), through));
                announced = through;
            }
        }

        @Override
        public void accepted(List<BatchUpsert.Accepted> contacts) {
            assignment
                    .run()
                    .commit(
                            Counts.upserts(contacts.size()),
                            ledger.delivered(
                                    assignment.exportId(),
                                    contacts.stream()
                                            .map(contact -> contact.upsert().accepted(contact.contactId()))
                                            .toList(),
                                    emptied,
                                    assignment.byList()));
        }

        @Override
        public void refused(Upsert upsert, RejectionReason reason) {
            assignment.run().commit(Counts.rejection(), database -> {
                ledger.rejected(
                        database,
                        assignment.exportId(),
                        upsert.profileId(),
                        upsert.address(),
                        reason,
                        upsert.fingerprint());
                DesiredRepository.reject(database, assignment.runId(), upsert.profileId(), reason);
            });
        }

        @Override
        public void optedOut(Upsert upsert, boolean maybeSent) {
            assignment.run().commit(Counts.rejection(), database -> {
                if (maybeSent && !upsert.flags().isEmpty()) {
                    ledger.flagging(
                            database, assignment.exportId(), upsert.profileId(), upsert.address(), upsert.flags());
                }
                if (!maybeSent && upsert.isNewRider()) {
                    ledger.notAsked(database, assignment.exportId(), upsert.address(), upsert.rides());
                }
                DesiredRepository.reject(database, assignment.runId(), upsert.profileId(), RejectionReason.OPTED_OUT);
            });
        }
    }
}
