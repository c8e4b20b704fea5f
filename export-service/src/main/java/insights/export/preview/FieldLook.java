package insights.export.preview;

import insights.export.connection.CustomFields;
import insights.export.definition.Export;
import insights.export.destination.TargetFields;
import insights.export.matching.FieldMatch;
import insights.export.run.StopReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks, like a run before it sends anybody, whether the account has the fields that an export fills. */
@ApplicationScoped
class FieldLook {

    private final CustomFields fields;

    FieldLook(CustomFields fields) {
        this.fields = fields;
    }

    /** What would stop the run; empty also when nobody can tell: then the run finds out. */
    Optional<RunPreview.Stop> stop(Export export, TargetFields there) {
        List<String> doubtful = export.dataMatching().stream()
                .map(FieldMatch::target)
                .filter(there::mayBeMissing)
                .toList();
        return doubtful.isEmpty()
                ? Optional.empty()
                : fields.of(export.connectionId())
                        .flatMap(existing -> doubtful.stream()
                                .flatMap(target -> there.obstacle(target, existing).stream())
                                .findFirst())
                        .map(obstacle -> new RunPreview.Stop(StopReason.FIELD_NOT_AT_DESTINATION, obstacle));
    }
}
