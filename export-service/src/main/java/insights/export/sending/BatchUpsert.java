package insights.export.sending;

import insights.export.destination.BatchAnswer;
import insights.export.destination.ContactAnswer;
import insights.export.destination.Destination;
import insights.export.destination.DestinationException;
import insights.export.matching.RejectionReason;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends contacts so that a bad one costs only itself (B3): a batch of which nobody says whose fault it is is halved until the
 * bad one is alone, and a contact that an accepted batch silently left out is sent once more by itself. Whom the destination does not find by
 * the id any more is made anew, unless there is nothing but flags to be taken off.
 */
public final class BatchUpsert {

    private final Destination destination;
    private final InFlight inFlight;
    private final Results results;
    private final Sender sender;

    public BatchUpsert(Destination destination, InFlight inFlight, Results results) {
        this(destination, inFlight, results, (batch, request) -> Optional.of(new Sent(batch, request.apply(batch))));
    }

    /** @param sender makes the requests, about those of a batch who are still to be sent */
    public BatchUpsert(Destination destination, InFlight inFlight, Results results, Sender sender) {
        this.destination = destination;
        this.inFlight = inFlight;
        this.results = results;
        this.sender = sender;
    }

    /** Makes a request about those of a batch who are still to be sent; there may be none. */
    interface Sender {

        Optional<Sent> send(List<Upsert> batch, Function<List<Upsert>, BatchAnswer> request);
    }

    /** What was answered to a request about these contacts. */
    record Sent(List<Upsert> batch, BatchAnswer answer) {}

    /** Hears what became of the contacts, each once, after the answer that says so. */
    public interface Results {

        void accepted(List<Accepted> contacts);

        /** @param target the field that it is about; null when that is not known */
        void refused(Upsert upsert, RejectionReason reason, String target);

        /** Nobody is found by what a change names that was only to take flags off. */
        default void notThere(List<Upsert> contacts) {
            throw new IllegalStateException("Whoever is not there was to be made");
        }
    }

    /** A contact with the id that the destination gave it. */
    public record Accepted(Upsert upsert, String contactId) {

        /** Whether the destination had another contact for it before. */
        public boolean isAnotherContact() {
            String before = upsert.change().contactId();
            return before != null && !before.equals(contactId);
        }
    }

    /** Sends so many as one request takes, without waiting for the answer. */
    public void begin(List<Upsert> batch) {
        inFlight.begin(batch.stream().map(Upsert::name).toList(), () -> sendBatch(batch));
    }

    /** Sends so many as one request takes. */
    public void sendBatch(List<Upsert> batch) {
        sender.send(batch, this::request).ifPresent(sent -> settle(sent.batch(), sent.answer()));
    }

    private BatchAnswer request(List<Upsert> batch) {
        return destination.change(batch.stream().map(Upsert::change).toList());
    }

    private void settle(List<Upsert> batch, BatchAnswer answer) {
        switch (answer) {
            case BatchAnswer.Each(List<ContactAnswer> answers) -> settle(batch, answers);
            case BatchAnswer.NoneOfThem none -> {
                sendBatch(batch.subList(0, batch.size() / 2));
                sendBatch(batch.subList(batch.size() / 2, batch.size()));
            }
        }
    }

    private void settle(List<Upsert> batch, List<ContactAnswer> answers) {
        List<Accepted> accepted = new ArrayList<>(batch.size());
        Map<Upsert, String> refused = new IdentityHashMap<>();
        List<Upsert> suppressed = new ArrayList<>();
        List<Upsert> notThere = new ArrayList<>();
        List<Upsert> toBeMade = new ArrayList<>();
        List<Upsert> notDone = new ArrayList<>();
        List<Upsert> notNamed = new ArrayList<>();
        DestinationException hindrance = null;
        for (int i = 0; i < batch.size(); i++) {
            Upsert upsert = batch.get(i);
            switch (answers.get(i)) {
                case ContactAnswer.Accepted(String contactId) -> accepted.add(new Accepted(upsert, contactId));
                case ContactAnswer.Refused(String target) -> refused.put(upsert, target);
                case ContactAnswer.Suppressed no -> suppressed.add(upsert);
                case ContactAnswer.Hindered(DestinationException why) -> hindrance = why;
                case ContactAnswer.NotThere gone when upsert.isClearing() -> notThere.add(upsert);
                case ContactAnswer.NotThere gone -> toBeMade.add(upsert.withoutId());
                case ContactAnswer.NotDone yet -> notDone.add(upsert);
                case ContactAnswer.NotNamed nothing -> notNamed.add(upsert);
            }
        }
        if (!accepted.isEmpty()) {
            results.accepted(accepted);
        }
        refused.forEach((upsert, target) -> results.refused(upsert, RejectionReason.REFUSED_BY_DESTINATION, target));
        suppressed.forEach(upsert -> results.refused(upsert, RejectionReason.SUPPRESSED_AT_DESTINATION, null));
        if (hindrance != null) {
            throw hindrance;
        }
        if (!notThere.isEmpty()) {
            results.notThere(notThere);
        }
        for (List<Upsert> again : List.of(notDone, toBeMade)) {
            if (!again.isEmpty()) {
                sendBatch(again);
            }
        }
        if (batch.size() > 1) {
            notNamed.forEach(upsert -> sendBatch(List.of(upsert)));
        } else {
            notNamed.forEach(upsert -> results.refused(upsert, RejectionReason.NOT_CONFIRMED, null));
        }
    }
}
