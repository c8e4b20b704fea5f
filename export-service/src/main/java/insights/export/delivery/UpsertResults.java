package insights.export.delivery;

import insights.common.sql.Database;
import insights.export.desired.DesiredRepository;
import insights.export.ledger.Delivered;
import insights.export.ledger.Ledger;
import insights.export.ledger.Memberships;
import insights.export.matching.FieldMatch;
import insights.export.matching.RejectionReason;
import insights.export.progress.Counts;
import insights.export.run.StopRunException;
import insights.export.sending.BatchUpsert;
import insights.export.sending.StillIn;
import insights.export.sending.Together;
import insights.export.sending.Upsert;
import java.util.Collection;
import java.util.List;

/** Writes down what became of contacts that were to be created or updated; and before that, that it is asked for. */
final class UpsertResults implements BatchUpsert.Results, StillIn.Results {

    /** So many requests are announced at once besides the one that begins. */
    private static final int AHEAD = 7;

    /** So many answers are recorded at once at most. */
    private static final int RECORDED = 5;

    private final Assignment assignment;
    private final Ledger ledger;
    private final Memberships memberships;
    private final Database database;
    private final Collection<String> emptied;
    private final Together<List<Delivered>> recording = new Together<>(RECORDED, this::record);
    /** How far contacts are announced to be made; null when none is. */
    private volatile String announced;

    private volatile boolean replaced;

    /** @param emptied fields that are emptied where there is no value for them */
    UpsertResults(
            Assignment assignment,
            Ledger ledger,
            Memberships memberships,
            Database database,
            Collection<String> emptied) {
        this.assignment = assignment;
        this.ledger = ledger;
        this.memberships = memberships;
        this.database = database;
        this.emptied = emptied;
    }

    /**
     * Says how far contacts may be made and flags set, before the request that does it; memberships are announced one by one. A
     * few more requests are announced than this one, so that it need not be done before each.
     */
    void announce(List<Upsert> upserts, int to) {
        String last = last(upserts.subList(0, to));
        if (announced == null || ProfileIds.ORDER.compare(last, announced) > 0) {
            int ahead = AHEAD * assignment.type().maxContacts();
            String through = last(upserts.subList(0, Math.min(upserts.size(), to + ahead)));
            assignment
                    .run()
                    .commit(
                            Counts.steps(0),
                            database -> DesiredRepository.asked(
                                    database, assignment.runId(), through, assignment.byList()));
            announced = through;
        }
    }

    /** They are not in order: who waited for others that fill the request with them comes later, or sooner. */
    private static String last(List<Upsert> upserts) {
        return upserts.stream().map(Upsert::profileId).max(ProfileIds.ORDER).orElseThrow();
    }

    /** Somebody is not as the comparison found them. */
    void missing(String profile, RejectionReason reason) {
        assignment
                .run()
                .commit(
                        Counts.rejection(),
                        database -> DesiredRepository.reject(database, assignment.runId(), profile, reason));
    }

    /** Whether some are other contacts now than they were, so that what was put on the former is to be taken off. */
    boolean isAnyReplaced() {
        return replaced;
    }

    private void replaced(List<BatchUpsert.Accepted> contacts) {
        // Who is found by the former id and has another one now was merged with somebody there: it is the same person.
        if (assignment.type().findsContactsById()) {
            return;
        }
        List<byte[]> others = contacts.stream()
                .filter(BatchUpsert.Accepted::isAnotherContact)
                .map(contact -> contact.upsert().address())
                .toList();
        if (!others.isEmpty()) {
            replaced = true;
            assignment
                    .run()
                    .commit(Counts.steps(0), database -> ledger.replaced(database, assignment.exportId(), others));
        }
    }

    @Override
    public void accepted(List<BatchUpsert.Accepted> contacts) {
        replaced(contacts);
        List<Delivered> delivered = contacts.stream()
                .map(contact -> contact.upsert().accepted(contact.contactId()))
                .toList();
        try {
            recording.write(delivered);
        } catch (StopRunException stopped) {
            database.transaction(connection -> {
                ledger.named(
                        connection, assignment.exportId(), assignment.export().connectionId(), delivered);
                return null;
            });
            throw stopped;
        }
    }

    private void record(List<List<Delivered>> answers) {
        List<Delivered> contacts = answers.stream().flatMap(List::stream).toList();
        assignment
                .run()
                .commit(
                        Counts.upserts(contacts.size()),
                        ledger.delivered(assignment.exportId(), contacts, emptied, assignment.byList()));
    }

    @Override
    public void refused(Upsert upsert, RejectionReason reason, String target) {
        String field = assignment.export().dataMatching().stream()
                .filter(match -> match.target().equals(target))
                .map(FieldMatch::field)
                .findFirst()
                .orElse(null);
        assignment.run().commit(Counts.rejection(), database -> {
            ledger.rejected(
                    database,
                    assignment.exportId(),
                    upsert.profileId(),
                    upsert.address(),
                    reason,
                    field,
                    upsert.fingerprint());
            DesiredRepository.reject(database, assignment.runId(), upsert.profileId(), reason, field);
        });
    }

    @Override
    public void optedOut(Upsert upsert, boolean maybeSent) {
        assignment.run().commit(Counts.rejection(), database -> {
            if (maybeSent && !upsert.flags().isEmpty()) {
                ledger.flagging(database, assignment.exportId(), upsert.profileId(), upsert.address(), upsert.flags());
            }
            if (!maybeSent && upsert.isNewRider()) {
                memberships.notAsked(database, assignment.exportId(), upsert.address(), upsert.rides());
            }
            DesiredRepository.reject(database, assignment.runId(), upsert.profileId(), RejectionReason.OPTED_OUT);
        });
    }
}
