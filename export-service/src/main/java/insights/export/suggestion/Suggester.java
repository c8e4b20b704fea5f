package insights.export.suggestion;

import insights.export.destination.TargetFields;
import insights.export.matching.DataMatching;
import insights.export.matching.FieldMatch;
import insights.export.segment.ProfileField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Suggests a data matching. What it suggests is never refused: each line holds what its field is. */
final class Suggester {

    private Suggester() {}

    private record Pair(String target, ProfileField field, double nearness) {}

    /** @param existing fields of the customer's own that the account has, as a data matching names them */
    static MatchingSuggestion suggest(TargetFields there, List<ProfileField> fields, List<String> existing) {
        ProposedFields customs = new ProposedFields(there, existing);
        Map<String, ProfileField> chosen = new HashMap<>();
        Set<String> used = new HashSet<>();
        Optional<ProfileField> optOut = nearestOptOut(fields);
        optOut.ifPresent(field -> used.add(field.name()));
        email(fields).ifPresent(field -> {
            chosen.put(there.email(), field);
            used.add(field.name());
        });
        pairs(there, fields).forEach(pair -> {
            if (!chosen.containsKey(pair.target()) && used.add(pair.field().name())) {
                chosen.put(pair.target(), pair.field());
            }
        });
        return new MatchingSuggestion(
                there.standard().stream()
                        .map(TargetFields.Standard::target)
                        .filter(chosen::containsKey)
                        .map(target -> new FieldMatch(target, chosen.get(target).name()))
                        .toList(),
                optOut.map(ProfileField::name).orElse(null),
                fields.stream()
                        .filter(field -> !used.contains(field.name()))
                        // Who opted out is not sent: there is nothing to fill.
                        .filter(field -> !ProfileField.OPT_OUT.equals(field.role()))
                        .flatMap(field -> customs.propose(field).stream())
                        .toList());
    }

    /** Nearest first; of equals the one that more profiles have. Only those that hold what the field has. */
    private static List<Pair> pairs(TargetFields there, List<ProfileField> fields) {
        List<Pair> pairs = new ArrayList<>();
        for (TargetFields.Standard standard : there.standard()) {
            for (ProfileField field : fields) {
                double nearness = NearNames.toStandard(standard.meaning(), field.name());
                if (nearness >= NearNames.NEAR && isFor(there, standard.target(), field)) {
                    pairs.add(new Pair(standard.target(), field, nearness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::nearness)
                .thenComparing(pair -> pair.field().filled())
                .reversed());
        return pairs;
    }

    private static boolean isFor(TargetFields there, String target, ProfileField field) {
        return !target.equals(there.email())
                && there.find(target).filter(known -> known.holds(field.type())).isPresent();
    }

    /** By name; by what its values look like where no name says it. */
    private static Optional<ProfileField> email(List<ProfileField> fields) {
        List<ProfileField> possible =
                fields.stream().filter(field -> DataMatching.mayBeEmail(field)).toList();
        return possible.stream()
                .filter(field -> NearNames.toStandard(NearNames.EMAIL, field.name()) >= NearNames.NEAR)
                .max(Comparator.comparingDouble(
                                (ProfileField field) -> NearNames.toStandard(NearNames.EMAIL, field.name()))
                        .thenComparing(ProfileField::filled))
                .or(() -> possible.stream()
                        .filter(field -> field.email() != null && field.filled() > 0)
                        .max(Comparator.comparingDouble((ProfileField field) -> field.email() * field.filled())));
    }

    private static Optional<ProfileField> nearestOptOut(List<ProfileField> fields) {
        return fields.stream()
                .filter(DataMatching::mayBeOptOut)
                .filter(field -> NearNames.toOptOut(field.name()) >= NearNames.NEAR)
                .max(Comparator.comparingDouble(field -> NearNames.toOptOut(field.name())));
    }
}
