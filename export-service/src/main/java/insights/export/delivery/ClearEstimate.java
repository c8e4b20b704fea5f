package insights.export.delivery;

import insights.export.comparison.KnownElsewhere;
import insights.export.comparison.TakeOffRepository;
import insights.export.definition.Export;
import insights.export.destination.DestinationType;
import insights.export.sending.Batches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What {@link ClearPhase} will ask of a destination, for a preview. */
@ApplicationScoped
public class ClearEstimate {

    private static final int READ = 1_000;

    private final TakeOffRepository work;
    private final KnownElsewhere elsewhere;
    private final BelievedAddresses addresses;

    ClearEstimate(TakeOffRepository work, KnownElsewhere elsewhere, BelievedAddresses addresses) {
        this.work = work;
        this.elsewhere = elsewhere;
        this.addresses = addresses;
    }

    /** What it would ask. @param contacts whom it takes off their flags. @param requests how many that takes */
    public record Asked(long contacts, long requests) {

        private Asked and(Asked more) {
            return new Asked(contacts + more.contacts, requests + more.requests);
        }
    }

    /** What it would ask, if the destination has all the contacts that it is thought to have. */
    public Asked asked(Export export, DestinationType type, UUID run) {
        Asked gone = asked(
                export,
                type,
                after -> work.toBeFlagged(run, export.id(), type.fields().email(), after, READ));
        return export.audienceMode().isFlag()
                ? gone.and(asked(export, type, after -> work.flaggedAndStuck(run, export.id(), after, READ)))
                : gone;
    }

    private Asked asked(Export export, DestinationType type, Function<byte[], List<TakeOffRepository.Flagged>> next) {
        Asked asked = new Asked(0, 0);
        byte[] after = {};
        while (true) {
            List<TakeOffRepository.Flagged> flagged = next.apply(after);
            if (flagged.isEmpty()) {
                return asked;
            }
            List<TakeOffRepository.Flagged> ours =
                    flagged.stream().filter(TakeOffRepository.Flagged::isOurs).toList();
            BelievedAddresses.Found found = addresses.find(
                    export,
                    type,
                    ours.stream()
                            .filter(contact -> !contact.isFoundById(type))
                            .map(BelievedAddresses.Hashed::of)
                            .toList());
            KnownElsewhere.Ids ids = elsewhere.ids(
                    export.id(),
                    ours.stream()
                            .filter(contact -> contact.contactId() == null)
                            .map(TakeOffRepository.Flagged::address)
                            .toList());
            for (List<TakeOffRepository.Flagged> batch : Batches.of(ours, type.maxContacts())) {
                asked = asked.and(asked(batch, found, ids, type));
            }
            after = flagged.getLast().address();
        }
    }

    private Asked asked(
            List<TakeOffRepository.Flagged> batch,
            BelievedAddresses.Found found,
            KnownElsewhere.Ids ids,
            DestinationType type) {
        long lookUps = 0;
        long contacts = 0;
        for (TakeOffRepository.Flagged contact : batch) {
            boolean known =
                    contact.isFoundById(type) || found.email(contact.address()).isPresent();
            boolean named = contact.contactId() != null
                    || !known && ids.of(contact.address()).isPresent();
            if (known || named) {
                contacts++;
                boolean isLookedUp = (!known || contact.contactId() == null) && !type.findsContactsById();
                lookUps += isLookedUp ? 1 : 0;
            }
        }
        return new Asked(contacts, lookUps + (contacts > 0 ? 1 : 0));
    }
}
