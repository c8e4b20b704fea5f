package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.comparison.TakeOffRepository;
import insights.export.definition.Export;
import insights.export.destination.DestinationType;
import insights.export.ledger.Fingerprints;
import insights.export.ledger.Membership;
import insights.export.matching.FieldMatch;
import insights.export.segment.MemberClient;
import insights.export.segment.OptOutClient;
import insights.export.sending.Batches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
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

    /** Of how many profiles, or contacts, segment-service is asked at once. */
    private static final int MOST = 1_000;

    private final MemberClient members;
    private final OptOutClient optOuts;
    private final TakeOffRepository work;
    private final Fingerprints fingerprints;

    BelievedAddresses(MemberClient members, OptOutClient optOuts, TakeOffRepository work, Fingerprints fingerprints) {
        this.members = members;
        this.optOuts = optOuts;
        this.work = work;
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

    /**
     * Addresses of contacts, by {@link Hashed#name}: those of their profiles. Where those have other ones by now, and no answer told
     * what the destination calls the contact, it is asked whether somebody who opted out of the address has it.
     */
    Map<String, EmailAddress> find(Export export, DestinationType type, List<Hashed> contacts) {
        Map<String, String> emails =
                of(export, type, contacts.stream().map(Hashed::profileId).toList());
        Map<String, EmailAddress> found = new HashMap<>();
        List<byte[]> others = new ArrayList<>();
        for (Hashed contact : contacts) {
            Optional<EmailAddress> email = check(contact.address(), emails.get(contact.profileId()));
            email.ifPresent(known -> found.put(contact.name(), known));
            if (email.isEmpty() && contact.contactId() == null) {
                others.add(contact.address());
            }
        }
        found.putAll(ofOptedOut(export, type, others));
        return found;
    }

    /** A contact of whose address there is only the hash. @param contactId null where no answer told it */
    record Hashed(String profileId, byte[] address, String contactId) {

        static Hashed of(TakeOffRepository.Flagged contact) {
            return new Hashed(contact.profileId(), contact.address(), contact.contactId());
        }

        static Hashed of(Membership contact) {
            return new Hashed(contact.profileId(), contact.address(), contact.contactId());
        }

        String name() {
            return name(address);
        }

        static String name(byte[] address) {
            return HexFormat.of().formatHex(address);
        }
    }

    private Map<String, EmailAddress> ofOptedOut(Export export, DestinationType type, List<byte[]> addresses) {
        List<TakeOffRepository.Speaker> speakers =
                addresses.isEmpty() ? List.of() : work.speakers(export.id(), addresses);
        Map<String, EmailAddress> found = new HashMap<>();
        for (List<TakeOffRepository.Speaker> some : Batches.of(speakers, MOST)) {
            Map<String, List<String>> people = optOuts.people(
                    some.stream().map(TakeOffRepository.Speaker::contact).toList());
            List<String> ids =
                    people.values().stream().flatMap(List::stream).distinct().toList();
            Map<String, String> emails = new HashMap<>();
            Batches.of(ids, MOST).forEach(asked -> emails.putAll(of(export, type, asked)));
            for (TakeOffRepository.Speaker speaker : some) {
                people.getOrDefault(speaker.contact().optOutKey(), List.of()).stream()
                        .flatMap(person -> check(speaker.address(), emails.get(person)).stream())
                        .findFirst()
                        .ifPresent(email -> found.put(Hashed.name(speaker.address()), email));
            }
        }
        return found;
    }

    /** The address of a contact, if it is the one that the profile is believed to have. @param believed may be null */
    Optional<EmailAddress> check(byte[] contact, String believed) {
        return Optional.ofNullable(believed)
                .flatMap(EmailAddress::parse)
                .filter(address -> Arrays.equals(contact, fingerprints.of(address)));
    }
}
