package insights.export.delivery;

import insights.export.comparison.TakeOffRepository;
import insights.export.definition.Export;
import insights.export.destination.DestinationType;
import insights.export.sending.Batches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What {@link ClearPhase} will ask of a destination, for a preview. */
@ApplicationScoped
public class ClearEstimate {

    private static final int READ = 1_000;

    private final TakeOffRepository work;
    private final BelievedAddresses addresses;

    ClearEstimate(TakeOffRepository work, BelievedAddresses addresses) {
        this.work = work;
        this.addresses = addresses;
    }

    /** How many requests it would make, if the destination has all the contacts that it is thought to have. */
    public long requests(Export export, DestinationType type, UUID run) {
        long requests = 0;
        byte[] after = {};
        while (true) {
            List<TakeOffRepository.Flagged> flagged =
                    work.toBeFlagged(run, export.id(), type.fields().email(), after, READ);
            if (flagged.isEmpty()) {
                return requests;
            }
            List<TakeOffRepository.Flagged> ours =
                    flagged.stream().filter(TakeOffRepository.Flagged::isOurs).toList();
            Map<String, String> emails = addresses.ofNameless(export, type, ours);
            for (List<TakeOffRepository.Flagged> batch : Batches.of(ours, type.maxContacts())) {
                requests += requests(batch, emails, type);
            }
            after = flagged.getLast().address();
        }
    }

    private long requests(List<TakeOffRepository.Flagged> batch, Map<String, String> emails, DestinationType type) {
        long lookUps = 0;
        boolean anybody = false;
        for (TakeOffRepository.Flagged contact : batch) {
            boolean known = contact.isFoundById(type)
                    || addresses
                            .check(contact.address(), emails.get(contact.profileId()))
                            .isPresent();
            if (known || contact.contactId() != null) {
                anybody = true;
                lookUps += known && contact.contactId() != null ? 0 : 1;
            }
        }
        return lookUps + (anybody ? 1 : 0);
    }
}
