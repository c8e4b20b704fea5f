package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.comparison.TakeOffRepository;
import insights.export.definition.Export;
import insights.export.destination.DestinationType;
import insights.export.ledger.Fingerprints;
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

    /** Of how many profiles segment-service tells the addresses at once, and how many it tells of one address. */
    private static final int MOST = 1_000;

    private static final int PEOPLE = 10;

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
     * Addresses of contacts, by {@link Hashed#name}: those of their profiles, and where those have other ones by now, of people who
     * opted out of them. That somebody opted out does not find who may have been exported; that they have the address does.
     */
    Map<String, EmailAddress> find(Export export, DestinationType type, List<Hashed> contacts) {
        Map<String, String> emails =
                of(export, type, contacts.stream().map(Hashed::profileId).toList());
        Map<String, EmailAddress> found = new HashMap<>();
        List<byte[]> others = new ArrayList<>();
        for (Hashed contact : contacts) {
            check(contact.address(), emails.get(contact.profileId()))
                    .ifPresentOrElse(email -> found.put(contact.name(), email), () -> others.add(contact.address()));
        }
        found.putAll(ofOptedOut(export, type, others));
        return found;
    }

    /** A contact of which there is only the hash of its address. */
    record Hashed(String profileId, byte[] address) {

        static Hashed of(TakeOffRepository.Flagged contact) {
            return new Hashed(contact.profileId(), contact.address());
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
        for (List<TakeOffRepository.Speaker> some : Batches.of(speakers, MOST / PEOPLE)) {
            Map<String, List<String>> people = optOuts.people(
                    some.stream().map(TakeOffRepository.Speaker::contact).toList());
            Map<String, String> emails = of(
                    export,
                    type,
                    people.values().stream().flatMap(List::stream).distinct().toList());
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
