package insights.export.matching;

import insights.export.destination.TargetFields;
import insights.export.segment.ProfileField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A data matching of one kind of destination as it is at another: a standard field by what it means, a field of the customer's own
 * by its name and what fills it.
 *
 * @param dataMatching lines that have a counterpart, in their order
 * @param without lines that have none: somebody has to say what becomes of them
 */
public record MovedMatching(List<FieldMatch> dataMatching, List<FieldMatch> without) {

    /** @param fields those that the profiles have */
    public static MovedMatching of(
            TargetFields from, TargetFields to, List<FieldMatch> matches, List<ProfileField> fields) {
        List<FieldMatch> moved = new ArrayList<>();
        List<FieldMatch> without = new ArrayList<>();
        for (FieldMatch match : matches) {
            String type = fields.stream()
                    .filter(field -> field.name().equals(match.field()))
                    .findFirst()
                    .map(ProfileField::type)
                    .orElse("string");
            counterpart(from, to, match.target(), type)
                    .ifPresentOrElse(
                            target -> moved.add(new FieldMatch(target, match.field())), () -> without.add(match));
        }
        return new MovedMatching(moved, without);
    }

    private static Optional<String> counterpart(TargetFields from, TargetFields to, String target, String type) {
        if (to.find(target).isPresent()) {
            return Optional.of(target);
        }
        return from.standard().stream()
                .filter(standard -> standard.target().equals(target))
                .findFirst()
                .map(TargetFields.Standard::meaning)
                .map(meaning -> withMeaning(to, meaning))
                .orElseGet(() -> from.words(target).flatMap(words -> to.custom(type, words)))
                .filter(there -> to.find(there).orElseThrow().holds(type));
    }

    private static Optional<String> withMeaning(TargetFields to, String meaning) {
        return to.standard().stream()
                .filter(standard -> standard.meaning().equals(meaning))
                .map(TargetFields.Standard::target)
                .findFirst();
    }
}
