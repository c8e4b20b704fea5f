package insights.destination.removal;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.destination.exports.ExportUse;
import insights.destination.notice.Fate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

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

    boolean decide(ExportUse export) {
        return areComplete() || detach.contains(export.id()) || remove.contains(export.id());
    }

    /** For exports that nothing was decided about because they came up meanwhile: nothing is lost by detaching. */
    Fate forOthers() {
        return areComplete() ? others : Fate.DETACH;
    }
}
