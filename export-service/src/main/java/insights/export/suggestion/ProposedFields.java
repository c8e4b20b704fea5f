package insights.export.suggestion;

import insights.export.destination.TargetField;
import insights.export.destination.TargetFields;
import insights.export.matching.FieldMatch;
import insights.export.segment.ProfileField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which field of the customer's own a profile field could fill: the one that the account has already, and a new one only where
 * none is called like that.
 */
final class ProposedFields {

    private final TargetFields there;

    /** Not proposed yet. */
    private final List<TargetField> existing;

    private final List<String> names;

    /** What fields are proposed already: two names can be one field at the destination. */
    private final Set<String> proposed = new HashSet<>();

    /** How many more the account can have. */
    private int room;

    /** @param existing as a data matching names them */
    ProposedFields(TargetFields there, List<String> existing) {
        this.there = there;
        this.existing = new ArrayList<>(
                existing.stream().flatMap(target -> there.find(target).stream()).toList());
        this.room = there.mostCustom() - existing.size();
        this.names = existing.stream()
                .flatMap(target -> there.words(target).stream())
                .toList();
    }

    /**
     * Empty when nothing can be proposed: at most one profile field fills a field, no name is there twice, and an account has only so
     * much room.
     */
    Optional<FieldMatch> propose(ProfileField field) {
        Optional<TargetField> known = existing.stream()
                .filter(target -> target.holds(field.type()) && isCalled(target, field.name()))
                .findFirst();
        known.ifPresent(existing::remove);
        return known.or(() -> fresh(field)).map(target -> new FieldMatch(target.target(), field.name()));
    }

    private Optional<TargetField> fresh(ProfileField field) {
        if (room <= 0 || names.stream().anyMatch(name -> NearNames.areSame(name, field.name()))) {
            return Optional.empty();
        }
        Optional<TargetField> fresh = there.custom(field.type(), NearNames.words(field.name()))
                .flatMap(there::find)
                .filter(target -> proposed.add(target.identity()));
        fresh.ifPresent(target -> room--);
        return fresh;
    }

    private boolean isCalled(TargetField target, String name) {
        return there.words(target.target())
                .filter(words -> NearNames.areSame(words, name))
                .isPresent();
    }
}
