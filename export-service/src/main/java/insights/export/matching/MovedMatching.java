package insights.export.matching;

import insights.export.destination.TargetField;
import insights.export.destination.TargetFields;
import insights.export.segment.ProfileField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A data matching of one kind of destination as it is at another: a standard field by what it means, a field of the customer's own
 * by its name and what fills it. Where the export was there before, whatever came from a field of then goes back to it.
 *
 * @param dataMatching lines that have a counterpart, in their order
 * @param without lines that have none: somebody has to say what becomes of them
 */
public record MovedMatching(List<FieldMatch> dataMatching, List<FieldMatch> without) {

    /** The type of profile fields that hold text. */
    private static final String TEXT = "string";

    /**
     * Where it is moved to.
     *
     * @param fields those of its kind
     * @param before what the export filled there when it left; none when it never was there
     * @param existing fields of the customer's own that the account has, as far as anybody tells
     */
    public record Destination(TargetFields fields, List<FieldMatch> before, List<String> existing) {}

    /** @param fields those that the profiles have */
    public static MovedMatching of(
            TargetFields from, Destination to, List<FieldMatch> matches, List<ProfileField> fields) {
        List<FieldMatch> moved = new ArrayList<>();
        List<FieldMatch> without = new ArrayList<>();
        for (FieldMatch match : matches) {
            String type = fields.stream()
                    .filter(field -> field.name().equals(match.field()))
                    .findFirst()
                    .map(ProfileField::type)
                    .orElse(TEXT);
            asBefore(from, to, match, type)
                    .or(() -> counterpart(from, to, match.target(), type))
                    .ifPresentOrElse(
                            target -> moved.add(new FieldMatch(target, match.field())), () -> without.add(match));
        }
        return new MovedMatching(moved, without);
    }

    /** The one that the same profile field filled there, if moved from there it is what is filled now. */
    private static Optional<String> asBefore(TargetFields from, Destination to, FieldMatch match, String type) {
        Destination back = new Destination(from, List.of(), List.of());
        return to.before().stream()
                .filter(line -> line.field().equals(match.field()))
                .map(FieldMatch::target)
                .filter(target -> holds(to.fields(), target, type))
                .filter(target -> counterpart(to.fields(), back, target, type)
                        .filter(here -> areSame(from, here, match.target()))
                        .isPresent())
                .findFirst();
    }

    /** Two ways to name one field, or fields of one name: which of these it is was the account's doing. */
    private static boolean areSame(TargetFields there, String one, String other) {
        return isOne(there, one, other)
                || there.words(one)
                        .filter(words -> there.words(other)
                                .filter(words::equalsIgnoreCase)
                                .isPresent())
                        .isPresent();
    }

    private static boolean isOne(TargetFields there, String one, String other) {
        return there.find(one)
                .map(TargetField::identity)
                .equals(there.find(other).map(TargetField::identity));
    }

    private static Optional<String> counterpart(TargetFields from, Destination to, String target, String type) {
        TargetFields there = to.fields();
        if (there.find(target).isPresent()) {
            return Optional.of(target);
        }
        return from.standard().stream()
                .filter(standard -> standard.target().equals(target))
                .findFirst()
                .map(TargetFields.Standard::meaning)
                .map(meaning -> withMeaning(there, meaning))
                .orElseGet(() -> from.words(target).flatMap(words -> custom(to, type, words, isText(from, target))))
                .filter(found -> holds(there, found, type));
    }

    /**
     * The account's own of that name, if it has one; empty where that holds something else and there cannot be another.
     *
     * @param asText whether it was text before, whatever the profile field is
     */
    private static Optional<String> custom(Destination to, String type, String words, boolean asText) {
        TargetFields there = to.fields();
        Optional<String> fresh = there.custom(type, words);
        List<String> named = to.existing().stream()
                .filter(target ->
                        fresh.filter(name -> areSame(there, name, target)).isPresent())
                .toList();
        return named.stream()
                .filter(target -> holds(there, target, type) && (asText || !isText(there, target) || type.equals(TEXT)))
                .findFirst()
                .or(() -> fresh.filter(name -> named.stream().noneMatch(target -> isOne(there, name, target))));
    }

    private static boolean holds(TargetFields there, String target, String type) {
        return there.find(target).filter(field -> field.holds(type)).isPresent();
    }

    /** Text takes whatever there is. */
    private static boolean isText(TargetFields there, String target) {
        return holds(there, target, TEXT);
    }

    private static Optional<String> withMeaning(TargetFields to, String meaning) {
        return to.standard().stream()
                .filter(standard -> standard.meaning().equals(meaning))
                .map(TargetFields.Standard::target)
                .findFirst();
    }
}
