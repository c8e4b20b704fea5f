package insights.destination.removal;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.destination.exports.ExportUse;
import insights.destination.notice.Fate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an administrator decided about the exports of a connection to be removed (D2).
 *
 * @param others for those not named; null: nothing is decided about them
 */
record ExportChoices(Fate others, List<UUID> detach, List<UUID> remove) {

    ExportChoices {
        if (!Collections.disjoint(detach, remove)) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Decide for each export: detach it or remove it.",
                    List.of(new FieldError("detach", "names an export that remove names, too")));
        }
    }

    /** Whether something is decided about every export, whichever there are. */
    boolean areComplete() {
        return others != null;
    }

    boolean nameAny() {
        return !detach.isEmpty() || !remove.isEmpty();
    }

    /**
     * Refuses names that are nobody's: whoever makes a slip in the id of an export that is to stay would lose it among the
     * others.
     *
     * @param there all exports of the connection
     */
    void requireToBeOf(List<ExportUse> there) {
        Set<UUID> known = there.stream().map(ExportUse::id).collect(Collectors.toUnmodifiableSet());
        List<FieldError> errors = Stream.concat(unknown("detach", detach, known), unknown("remove", remove, known))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Name exports of this connection, as GET /exports lists them; nothing was removed.",
                    errors);
        }
    }

    private static Stream<FieldError> unknown(String parameter, List<UUID> named, Set<UUID> known) {
        return named.stream()
                .filter(id -> !known.contains(id))
                .map(id -> new FieldError(parameter, "names %s, which is no export of this connection".formatted(id)));
    }

    boolean decide(ExportUse export) {
        return areComplete() || detach.contains(export.id()) || remove.contains(export.id());
    }

    /** For exports that nothing was decided about because they came up meanwhile: nothing is lost by detaching. */
    Fate forOthers() {
        return areComplete() ? others : Fate.DETACH;
    }
}
