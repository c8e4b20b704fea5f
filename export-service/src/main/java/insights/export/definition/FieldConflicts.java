package insights.export.definition;

import insights.export.destination.Destinations;
import insights.export.destination.TargetField;
import insights.export.destination.TargetFields;
import insights.export.matching.FieldMatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fields at the destination that two exports of one connection fill from different fields of the profiles. It may be meant, where
 * they have different people; for a contact of both, the one that runs last wins, run after run. And fields of the customer's own
 * that two exports give different types: a destination that has one of each name may refuse what the other one sends.
 */
@ApplicationScoped
public class FieldConflicts {

    private final Destinations destinations;
    private final ExportService exports;

    FieldConflicts(Destinations destinations, ExportService exports) {
        this.destinations = destinations;
        this.exports = exports;
    }

    /** Each in words; empty when there are none. */
    public List<String> of(Export export) {
        if (export.connectionId() == null) {
            return List.of();
        }
        TargetFields there = destinations
                .of(
                        Optional.empty(),
                        export.dataMatching().stream().map(FieldMatch::target).toList())
                .fields();
        Map<String, FieldMatch> byIdentity = new HashMap<>();
        Map<String, FieldMatch> byName = new HashMap<>();
        for (FieldMatch ours : export.dataMatching()) {
            byIdentity.put(identity(there, ours), ours);
            name(there, ours).ifPresent(name -> byName.putIfAbsent(name, ours));
        }
        return exports.ofConnection(export.connectionId()).stream()
                .filter(other -> !other.id().equals(export.id()))
                .flatMap(other -> other.dataMatching().stream().flatMap(match -> {
                    FieldMatch same = byIdentity.get(identity(there, match));
                    return same == null
                            ? name(there, match).map(byName::get).map(ours -> otherType(other, match, ours)).stream()
                            : Stream.of(same)
                                    .filter(ours -> !ours.field().equals(match.field()))
                                    .map(ours -> conflict(other, match, ours.field()));
                }))
                .toList();
    }

    private static String otherType(Export other, FieldMatch match, FieldMatch ours) {
        return "The export \"%s\" fills %s, this one %s: where a field of a name has one type, one of them is refused."
                .formatted(other.displayName(), match.target(), ours.target());
    }

    private static String identity(TargetFields there, FieldMatch match) {
        return there.find(match.target()).map(TargetField::identity).orElse(match.target());
    }

    /** What people call a field of the customer's own, whatever its type. */
    private static Optional<String> name(TargetFields there, FieldMatch match) {
        return there.words(match.target()).map(words -> words.toLowerCase(Locale.ROOT));
    }

    private String conflict(Export other, FieldMatch match, String ours) {
        return destinations.isEmail(match.target())
                ? "The export \"%s\" takes the e-mail address from \"%s\", this one from \"%s\": a person can be two contacts."
                        .formatted(other.displayName(), match.field(), ours)
                : "The export \"%s\" fills %s from \"%s\", this one from \"%s\": for people in both, the one that runs last wins."
                        .formatted(other.displayName(), match.target(), match.field(), ours);
    }
}
