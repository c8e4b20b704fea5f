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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * What is known of contacts, by {@link Hashed#name}.
     *
     * @param emails addresses: of their profiles, or of somebody who opted out of one and has it
     * @param erased those of whom nothing is known because they were erased. What finds them comes with the erasure, which may not be
     *     here yet
     */
    record Found(Map<String, EmailAddress> emails, Set<String> erased) {

        static final Found NOTHING = new Found(Map.of(), Set.of());

        Optional<EmailAddress> email(byte[] address) {
            return Optional.ofNullable(emails.get(Hashed.name(address)));
        }

        boolean isErased(byte[] address) {
            return erased.contains(Hashed.name(address));
        }
    }

    /**
     * Looks for addresses of contacts. Where their profiles have other ones by now, and no answer told what the destination calls the
     * contact, it is asked whether somebody who opted out of the address has it.
     */
    Found find(Export export, DestinationType type, List<Hashed> contacts) {
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
        return others.isEmpty() ? new Found(found, Set.of()) : findOtherwise(export, type, found, others);
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

    private Found findOtherwise(
            Export export, DestinationType type, Map<String, EmailAddress> found, List<byte[]> addresses) {
        Set<String> erased = new HashSet<>();
        for (List<TakeOffRepository.Speaker> some : Batches.of(work.speakers(export.id(), addresses), MOST)) {
            OptOutClient.Traces traces = optOuts.traces(
                    some.stream().map(TakeOffRepository.Speaker::contact).toList());
            List<String> ids = traces.people().values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            Map<String, String> emails = new HashMap<>();
            Batches.of(ids, MOST).forEach(asked -> emails.putAll(of(export, type, asked)));
            for (TakeOffRepository.Speaker speaker : some) {
                String name = Hashed.name(speaker.address());
                traces.people().getOrDefault(speaker.contact().optOutKey(), List.of()).stream()
                        .flatMap(person -> check(speaker.address(), emails.get(person)).stream())
                        .findFirst()
                        .ifPresent(email -> found.put(name, email));
                if (!found.containsKey(name)
                        && traces.erased().contains(speaker.contact().profileId())) {
                    erased.add(name);
                }
            }
        }
        return new Found(found, erased);
    }

    /** The address of a contact, if it is the one that the profile is believed to have. @param believed may be null */
    Optional<EmailAddress> check(byte[] contact, String believed) {
        return Optional.ofNullable(believed)
                .flatMap(EmailAddress::parse)
                .filter(address -> Arrays.equals(contact, fingerprints.of(address)));
    }
}
