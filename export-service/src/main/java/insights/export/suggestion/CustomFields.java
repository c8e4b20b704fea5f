package insights.export.suggestion;

import insights.export.destination.TargetField;
import insights.export.destination.TargetFields;
import insights.export.matching.FieldMatch;
import insights.export.segment.ProfileField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which field of the customer's own a profile field could fill: the one that the account has already, and a new one only where
 * none is called like that.
 */
final class CustomFields {

    private final TargetFields there;

    /** Not proposed yet. */
    private final List<TargetField> existing;

    private final List<String> names;

    /** @param existing as a data matching names them */
    CustomFields(TargetFields there, List<String> existing) {
        this.there = there;
        this.existing = new ArrayList<>(
                existing.stream().flatMap(target -> there.find(target).stream()).toList());
        this.names = existing.stream()
                .flatMap(target -> there.words(target).stream())
                .toList();
    }

    /** Empty when nothing can be proposed: at most one profile field fills a field, and no name is there twice. */
    Optional<FieldMatch> propose(ProfileField field) {
        Optional<TargetField> known = existing.stream()
                .filter(target -> target.holds(field.type()) && isCalled(target, field.name()))
                .findFirst();
        known.ifPresent(existing::remove);
        return known.map(TargetField::target)
                .or(() -> names.stream().anyMatch(name -> NearNames.areSame(name, field.name()))
                        ? Optional.empty()
                        : there.custom(field.type(), NearNames.words(field.name())))
                .map(target -> new FieldMatch(target, field.name()));
    }

    private boolean isCalled(TargetField target, String name) {
        return there.words(target.target())
                .filter(words -> NearNames.areSame(words, name))
                .isPresent();
    }
}
