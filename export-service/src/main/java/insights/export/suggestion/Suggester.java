package insights.export.suggestion;

import insights.export.matching.AutopilotField;
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

    static MatchingSuggestion suggest(List<ProfileField> fields) {
        Map<String, ProfileField> chosen = new HashMap<>();
        Set<String> used = new HashSet<>();
        Optional<ProfileField> optOut = nearestOptOut(fields);
        optOut.ifPresent(field -> used.add(field.name()));
        email(fields).ifPresent(field -> {
            chosen.put(AutopilotField.EMAIL, field);
            used.add(field.name());
        });
        pairs(fields).forEach(pair -> {
            if (!chosen.containsKey(pair.target()) && used.add(pair.field().name())) {
                chosen.put(pair.target(), pair.field());
            }
        });
        return new MatchingSuggestion(
                AutopilotField.STANDARD.stream()
                        .filter(chosen::containsKey)
                        .map(target -> new FieldMatch(target, chosen.get(target).name()))
                        .toList(),
                optOut.map(ProfileField::name).orElse(null),
                fields.stream()
                        .filter(field -> !used.contains(field.name()))
                        .flatMap(field -> custom(field).stream())
                        .toList());
    }

    /** Nearest first; of equals the one that more profiles have. All but Email take values of any type. */
    private static List<Pair> pairs(List<ProfileField> fields) {
        List<Pair> pairs = new ArrayList<>();
        for (String target : AutopilotField.STANDARD) {
            for (ProfileField field : fields) {
                double nearness = NearNames.toStandard(target, field.name());
                if (nearness >= NearNames.NEAR && !target.equals(AutopilotField.EMAIL)) {
                    pairs.add(new Pair(target, field, nearness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::nearness)
                .thenComparing(pair -> pair.field().filled())
                .reversed());
        return pairs;
    }

    /** By name; by what its values look like where no name says it. */
    private static Optional<ProfileField> email(List<ProfileField> fields) {
        List<ProfileField> possible =
                fields.stream().filter(field -> DataMatching.mayBeEmail(field)).toList();
        return possible.stream()
                .filter(field -> NearNames.toStandard(AutopilotField.EMAIL, field.name()) >= NearNames.NEAR)
                .max(Comparator.comparingDouble(
                                (ProfileField field) -> NearNames.toStandard(AutopilotField.EMAIL, field.name()))
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

    private static Optional<FieldMatch> custom(ProfileField field) {
        AutopilotField.Type type =
                switch (field.type()) {
                    case "number" -> AutopilotField.Type.FLOAT;
                    case "boolean" -> AutopilotField.Type.BOOLEAN;
                    case "date", "datetime" -> AutopilotField.Type.DATE;
                    default -> AutopilotField.Type.STRING;
                };
        String target = AutopilotField.custom(type, title(NearNames.words(field.name())));
        return AutopilotField.of(target).map(known -> new FieldMatch(known.target(), field.name()));
    }

    private static String title(String words) {
        StringBuilder title = new StringBuilder();
        for (String word : words.split(" ")) {
            if (!word.isEmpty()) {
                title.append(title.isEmpty() ? "" : " ")
                        .appendCodePoint(Character.toTitleCase(word.codePointAt(0)))
                        .append(word.substring(Character.charCount(word.codePointAt(0))));
            }
        }
        return title.toString();
    }
}
