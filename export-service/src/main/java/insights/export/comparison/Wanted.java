package insights.export.comparison;

import insights.export.audience.AudienceFlags;
import insights.export.definition.Export;
import insights.export.destination.Contact;
import insights.export.destination.ContactChange;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A contact to create or update.
 *
 * @param optOutKey that of its address; null when segment-service told none
 * @param segments those it is in
 * @param unset those whose flag it has and should not have
 * @param kept those whose flag it has, and keeps until it is on their list instead; none when audiences are shown by flag
 * @param contactId by which the destination knew it last; null when it was never delivered
 * @param joins those whose list it is wanted on, and not on as far as is known; none when audiences are shown by flag
 * @param joining those whose list it was asked to be put on before, without an answer
 * @param filled fields that have a value there by the doing of the export
 */
public record Wanted(
        String profileId,
        byte[] address,
        String optOutKey,
        List<UUID> segments,
        List<UUID> unset,
        List<UUID> kept,
        List<UUID> joins,
        List<UUID> joining,
        List<String> filled,
        String contactId) {

    /** What is to become of it. @param contact as its profile is now */
    public ContactChange change(Contact contact, MemberMapping mapping, Export export, AudienceFlags flags) {
        return new ContactChange(
                mapping.emptying(contact, filled),
                contactId,
                export.audienceMode().isFlag() ? flags.of(segments) : Set.of(),
                flags.of(unset),
                export.notifyHooks());
    }

    /** The same, who loses no flags but these. */
    Wanted unsettingOnly(Collection<UUID> these) {
        List<UUID> left = unset.stream().filter(these::contains).toList();
        return new Wanted(profileId, address, optOutKey, segments, left, kept, joins, joining, filled, contactId);
    }

    Wanted named(String id) {
        return new Wanted(profileId, address, optOutKey, segments, unset, kept, joins, joining, filled, id);
    }
}
