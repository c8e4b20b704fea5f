package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.comparison.TakeOffRepository;
import insights.export.definition.Export;
import insights.export.destination.DestinationType;
import insights.export.ledger.Fingerprints;
import insights.export.matching.FieldMatch;
import insights.export.segment.MemberClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Addresses of contacts of which the ledger has only a hash: the ones that their profiles are said to have, as long as they are
 * still the same.
 */
@ApplicationScoped
class BelievedAddresses {

    private final MemberClient members;
    private final Fingerprints fingerprints;

    BelievedAddresses(MemberClient members, Fingerprints fingerprints) {
        this.members = members;
        this.fingerprints = fingerprints;
    }

    /** What profiles have as address now, asked of segment-service. Those that are gone are not among them. */
    Map<String, String> of(Export export, DestinationType type, List<String> profiles) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        String field = export.dataMatching().stream()
                .filter(match -> match.target().equals(type.fields().email()))
                .map(FieldMatch::field)
                .findFirst()
                .orElseThrow();
        return members.lookUp(profiles, List.of(field)).entrySet().stream()
                .filter(profile -> profile.getValue().containsKey(field))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        profile -> profile.getValue().get(field).asText()));
    }

    /** The same of those contacts that the destination does not find by their id. */
    Map<String, String> ofNameless(Export export, DestinationType type, List<TakeOffRepository.Flagged> contacts) {
        return of(
                export,
                type,
                contacts.stream()
                        .filter(contact -> !contact.isFoundById(type))
                        .map(TakeOffRepository.Flagged::profileId)
                        .toList());
    }

    /** The address of a contact, if it is the one that the profile is believed to have. @param believed may be null */
    Optional<EmailAddress> check(byte[] contact, String believed) {
        return Optional.ofNullable(believed)
                .flatMap(EmailAddress::parse)
                .filter(address -> Arrays.equals(contact, fingerprints.of(address)));
    }
}
