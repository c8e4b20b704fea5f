package insights.export.sending;

import insights.export.destination.BatchAnswer;
import insights.export.segment.OptOutClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sends of a batch those who did not opt out until its request goes out, and rejects the others. */
public final class StillIn implements BatchUpsert.Sender {

    private final Results results;
    private final LastLook look;

    public StillIn(Results results, LastLook look) {
        this.results = results;
        this.look = look;
    }

    /** Hears of those who opted out. */
    public interface Results {

        /** @param maybeSent whether an earlier request about the contact may have gone out, and been carried out */
        void optedOut(Upsert upsert, boolean maybeSent);
    }

    public static OptOutClient.Contact contact(Upsert upsert) {
        return new OptOutClient.Contact(upsert.profileId(), upsert.optOutKey());
    }

    @Override
    public Optional<BatchUpsert.Sent> send(List<Upsert> batch, Function<List<Upsert>, BatchAnswer> request) {
        List<Upsert> left = batch;
        boolean maybeSent = false;
        while (true) {
            left = withoutThoseOut(left, maybeSent);
            if (left.isEmpty()) {
                return Optional.empty();
            }
            List<Upsert> these = left;
            try {
                return Optional.of(new BatchUpsert.Sent(
                        these,
                        look.whileNoneIsOut(
                                these.stream().map(StillIn::contact).toList(), () -> request.apply(these))));
            } catch (LastLook.OptedOutMeanwhile out) {
                maybeSent |= out.maybeSent();
            }
        }
    }

    private List<Upsert> withoutThoseOut(List<Upsert> batch, boolean maybeSent) {
        OptOutClient.OptedOut optedOut = look.optedOut();
        List<Upsert> out = batch.stream()
                .filter(upsert -> optedOut.contains(contact(upsert)))
                .toList();
        out.forEach(upsert -> results.optedOut(upsert, maybeSent));
        return out.isEmpty()
                ? batch
                : batch.stream().filter(upsert -> !out.contains(upsert)).toList();
    }
}
