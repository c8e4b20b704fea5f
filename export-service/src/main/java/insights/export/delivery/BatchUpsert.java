package insights.export.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import insights.export.autopilot.ContactIds;
import insights.export.autopilot.Reply;
import insights.export.ledger.Delivered;
import insights.export.ledger.Ledger;
import insights.export.matching.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends one batch so that a bad contact costs only itself (B3): a refused batch is halved until the bad one is alone, and
 * a contact that an accepted batch silently left out is sent once more by itself.
 */
@ApplicationScoped
class BatchUpsert {

    private final Ledger ledger;

    BatchUpsert(Ledger ledger) {
        this.ledger = ledger;
    }

    void send(Assignment assignment, List<Upsert> batch) {
        if (batch.size() == 1) {
            sendAlone(assignment, batch.getFirst());
            return;
        }
        Reply reply =
                assignment.account().upsert(batch.stream().map(Upsert::contact).toList());
        switch (reply) {
            case Reply.Accepted accepted -> commit(assignment, batch, accepted.body());
            case Reply.Refused refused -> {
                send(assignment, batch.subList(0, batch.size() / 2));
                send(assignment, batch.subList(batch.size() / 2, batch.size()));
            }
        }
    }

    private void commit(Assignment assignment, List<Upsert> batch, JsonNode body) {
        ContactIds ids = new ContactIds(body);
        List<Delivered> delivered = new ArrayList<>(batch.size());
        List<Upsert> leftOut = new ArrayList<>();
        for (Upsert upsert : batch) {
            Optional<String> id = ids.of(upsert.contact().email());
            id.ifPresentOrElse(known -> delivered.add(upsert.accepted(known)), () -> leftOut.add(upsert));
        }
        if (!delivered.isEmpty()) {
            accept(assignment, delivered);
        }
        leftOut.forEach(upsert -> sendAlone(assignment, upsert));
    }

    private void sendAlone(Assignment assignment, Upsert upsert) {
        switch (assignment.account().upsert(upsert.contact())) {
            case Reply.Accepted accepted
            when accepted.body().path("contact_id").isTextual() ->
                accept(
                        assignment,
                        List.of(upsert.accepted(
                                accepted.body().path("contact_id").asText())));
            case Reply.Accepted accepted -> reject(assignment, upsert, RejectionReason.NOT_CONFIRMED);
            case Reply.Refused refused -> reject(assignment, upsert, RejectionReason.REFUSED_BY_AUTOPILOT);
        }
    }

    private void accept(Assignment assignment, List<Delivered> delivered) {
        assignment
                .run()
                .commit(
                        Counts.upserts(delivered.size()),
                        database ->
                                ledger.delivered(database, assignment.export().id(), delivered));
    }

    private void reject(Assignment assignment, Upsert upsert, RejectionReason reason) {
        assignment.run().commit(Counts.rejection(), database -> {
            ledger.rejected(database, assignment.export().id(), upsert.profileId(), reason, upsert.fingerprint());
            DesiredRepository.reject(database, assignment.run().id(), upsert.profileId(), reason);
        });
    }
}
