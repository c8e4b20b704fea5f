package insights.export.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import insights.export.definition.Export;
import insights.export.destination.Contact;
import insights.export.destination.TargetFields;
import insights.export.ledger.Fingerprints;
import insights.export.matching.ContactMapper;
import insights.export.matching.Mapped;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import insights.export.segment.Member;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an export wants the contact of a member to be. Of fields it tells the names by which they are remembered, so that nobody is
 * sent again for how a field comes into being.
 */
public final class MemberMapping {

    private final ContactMapper mapper;
    private final Set<String> optOutFields;
    private final boolean clearEmptied;
    private final Map<String, String> remembered;
    private final boolean renamed;
    private final Fingerprints fingerprints;

    /**
     * Of an export.
     *
     * @param there fields of its destination
     * @param optOutFields fields that tell who opted out by the very profile; only to say so
     */
    public MemberMapping(
            TargetFields there, Export export, Collection<String> optOutFields, Fingerprints fingerprints) {
        this.mapper = new ContactMapper(there, export.dataMatching());
        this.optOutFields = Set.copyOf(optOutFields);
        this.clearEmptied = export.clearEmptied();
        this.remembered = mapper.targets().stream()
                .collect(Collectors.toMap(
                        target -> target,
                        target -> there.find(target).orElseThrow().remembered()));
        this.renamed = !remembered.keySet().containsAll(remembered.values());
        this.fingerprints = fingerprints;
    }

    /** The attribute that is the e-mail address. */
    String emailField() {
        return mapper.emailField();
    }

    /** The attributes it needs. */
    public List<String> fields() {
        return Stream.concat(mapper.fields().stream(), optOutFields.stream().sorted())
                .distinct()
                .toList();
    }

    /** @throws StopRunException when segment-service does not say whether the person opted out */
    public Mapped map(Member member) {
        if (member.optedOut() == null) {
            throw new StopRunException(
                    StopReason.OPT_OUT_UNKNOWN,
                    "segment-service does not say who opted out, so nobody is sent: the operator updates it.");
        }
        return mapper.map(member.attributes(), member.optedOut());
    }

    /** The same of attributes of a member who did not opt out. */
    public Mapped map(Map<String, JsonNode> attributes) {
        return mapper.map(attributes, false);
    }

    boolean optedOutItself(Member member) {
        return member.optedOut()
                && optOutFields.stream()
                        .map(member.attributes()::get)
                        .anyMatch(value -> value != null && value.asBoolean());
    }

    /** Of all that the contact is to be at the destination; which values it is not to have, too, if the export empties them. */
    public byte[] fingerprint(Contact contact) {
        return fingerprints.of(remembered(contact.emptying(empty(contact))));
    }

    private Contact remembered(Contact contact) {
        if (!renamed) {
            return contact;
        }
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        contact.fields().forEach((target, value) -> fields.put(remembered.get(target), value));
        return new Contact(contact.email(), fields);
    }

    private Set<String> empty(Contact contact) {
        Set<String> empty = new HashSet<>(emptiable());
        empty.removeAll(contact.filled());
        return empty;
    }

    /** Fields that the contact has no value for, and that are emptied then. */
    Set<String> emptied(Contact contact) {
        return remembered(empty(contact));
    }

    /** Fields that the contact has a value for. */
    public Set<String> filled(Contact contact) {
        return remembered(contact.filled());
    }

    /** The contact, which empties what has a value there by the doing of the export and none here. */
    public Contact emptying(Contact contact, Collection<String> filledThere) {
        Set<String> emptied = empty(contact);
        emptied.removeIf(target -> !filledThere.contains(remembered.get(target)));
        return contact.emptying(emptied);
    }

    /** Fields that are emptied when there is no value for them. */
    public Collection<String> emptied() {
        return remembered(emptiable());
    }

    private Collection<String> emptiable() {
        return clearEmptied ? mapper.targets() : List.of();
    }

    private Set<String> remembered(Collection<String> targets) {
        return targets.stream().map(remembered::get).collect(Collectors.toCollection(TreeSet::new));
    }
}
