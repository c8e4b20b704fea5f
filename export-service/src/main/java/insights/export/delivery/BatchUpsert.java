package insights.export.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import insights.export.autopilot.AutopilotAccount;
import insights.export.autopilot.ContactIds;
import insights.export.autopilot.Reply;
import insights.export.matching.RejectionReason;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends contacts so that a bad one costs only itself (B3): a refused batch is halved until the bad one is alone, and a
 * contact that an accepted batch silently left out is sent once more by itself.
 */
final class BatchUpsert {

    private final AutopilotAccount account;
    private final Results results;

    BatchUpsert(AutopilotAccount account, Results results) {
        this.account = account;
        this.results = results;
    }

    /** Hears what became of the contacts, each once, after the answer that says so. */
    interface Results {

        void accepted(List<Accepted> contacts);

        void refused(Upsert upsert, RejectionReason reason);
    }

    /** A contact with the id that Autopilot gave it. */
    record Accepted(Upsert upsert, String contactId) {}

    /** Sends them by as few requests as it takes. */
    void send(List<Upsert> upserts) {
        for (int from = 0; from < upserts.size(); from += AutopilotAccount.MAX_CONTACTS) {
            sendBatch(upserts.subList(from, Math.min(upserts.size(), from + AutopilotAccount.MAX_CONTACTS)));
        }
    }

    private void sendBatch(List<Upsert> batch) {
        if (batch.size() == 1) {
            sendAlone(batch.getFirst());
            return;
        }
        switch (account.upsert(batch.stream().map(Upsert::contact).toList())) {
            case Reply.Accepted accepted -> accept(batch, accepted.body());
            case Reply.Refused refused -> {
                sendBatch(batch.subList(0, batch.size() / 2));
                sendBatch(batch.subList(batch.size() / 2, batch.size()));
            }
        }
    }

    private void accept(List<Upsert> batch, JsonNode body) {
        ContactIds ids = new ContactIds(body);
        List<Accepted> accepted = new ArrayList<>(batch.size());
        List<Upsert> leftOut = new ArrayList<>();
        for (Upsert upsert : batch) {
            ids.of(upsert.contact().email())
                    .ifPresentOrElse(id -> accepted.add(new Accepted(upsert, id)), () -> leftOut.add(upsert));
        }
        if (!accepted.isEmpty()) {
            results.accepted(accepted);
        }
        leftOut.forEach(this::sendAlone);
    }

    private void sendAlone(Upsert upsert) {
        switch (account.upsert(upsert.contact())) {
            case Reply.Accepted accepted
            when accepted.body().path("contact_id").isTextual() ->
                results.accepted(List.of(
                        new Accepted(upsert, accepted.body().path("contact_id").asText())));
            case Reply.Accepted accepted -> results.refused(upsert, RejectionReason.NOT_CONFIRMED);
            case Reply.Refused refused -> results.refused(upsert, RejectionReason.REFUSED_BY_AUTOPILOT);
        }
    }
}
