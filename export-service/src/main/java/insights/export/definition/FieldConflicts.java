package insights.export.definition;

import insights.export.destination.Destinations;
import insights.export.matching.FieldMatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fields at the destination that two exports of one connection fill from different fields of the profiles. It may be meant, where
 * they have different people; for a contact of both, the one that runs last wins, run after run.
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
        Map<String, String> ours =
                export.dataMatching().stream().collect(Collectors.toMap(FieldMatch::target, FieldMatch::field));
        return exports.ofConnection(export.connectionId()).stream()
                .filter(other -> !other.id().equals(export.id()))
                .flatMap(other -> other.dataMatching().stream()
                        .filter(match -> ours.containsKey(match.target()))
                        .filter(match -> !ours.get(match.target()).equals(match.field()))
                        .map(match -> conflict(other, match, ours.get(match.target()))))
                .toList();
    }

    private String conflict(Export other, FieldMatch match, String ours) {
        return destinations.isEmail(match.target())
                ? "The export \"%s\" takes the e-mail address from \"%s\", this one from \"%s\": a person can be two contacts."
                        .formatted(other.displayName(), match.field(), ours)
                : "The export \"%s\" fills %s from \"%s\", this one from \"%s\": for people in both, the one that runs last wins."
                        .formatted(other.displayName(), match.target(), match.field(), ours);
    }
}
