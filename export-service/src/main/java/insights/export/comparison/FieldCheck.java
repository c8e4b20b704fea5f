package insights.export.comparison;

import insights.export.definition.Export;
import insights.export.destination.TargetFields;
import insights.export.matching.DataMatching;
import insights.export.matching.FieldMatch;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import insights.export.segment.ProfileField;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Whether the fields that an export names are still what they were when it was saved. */
@ApplicationScoped
class FieldCheck {

    private final SegmentClient segments;

    FieldCheck(SegmentClient segments) {
        this.segments = segments;
    }

    /**
     * The fields that tell who opted out.
     *
     * @throws StopRunException when it cannot be known who opted out, or a field does not fit any more
     */
    List<String> optOutFields(Export export, TargetFields there) {
        List<ProfileField> fields = segments.fields();
        if (export.optOutField() != null) {
            requireRole(fields, export.optOutField(), ProfileField.OPT_OUT);
        }
        export.dataMatching().stream()
                .filter(match -> match.target().equals(there.email()))
                .map(FieldMatch::field)
                .forEach(field -> requireRole(fields, field, ProfileField.EMAIL));
        List<String> misfits = DataMatching.misfits(there, export.dataMatching(), fields);
        if (!misfits.isEmpty()) {
            throw new StopRunException(
                    StopReason.FIELD_CHANGED, String.join("; ", misfits) + ". Match another field, or another target.");
        }
        return fields.stream()
                .filter(field -> field.isFor(ProfileField.OPT_OUT))
                .map(ProfileField::name)
                .toList();
    }

    /** Opt-outs hold for the addresses in fields of the role EMAIL; in others nobody looks for them. */
    private static void requireRole(List<ProfileField> fields, String name, String role) {
        Optional<ProfileField> field =
                fields.stream().filter(known -> known.name().equals(name)).findFirst();
        if (field.isEmpty() && role.equals(ProfileField.EMAIL)) {
            throw new StopRunException(
                    StopReason.FIELD_GONE,
                    "The profiles have no field \"%s\" any more; choose the fields anew.".formatted(name));
        }
        if (field.isEmpty() || !field.get().isFor(role)) {
            throw new StopRunException(
                    StopReason.OPT_OUT_UNKNOWN,
                    "Who opted out cannot be known, so nobody is sent: the field \"%s\" %s."
                            .formatted(
                                    name,
                                    field.map(there ->
                                                    "has not the role " + role + "; " + DataMatching.cure(there, role))
                                            .orElse("is gone; choose another optOutField, or none")));
        }
    }
}
