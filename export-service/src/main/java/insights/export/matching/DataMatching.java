package insights.export.matching;

import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.export.ExportProblem;
import insights.export.destination.TargetField;
import insights.export.destination.TargetFields;
import insights.export.segment.ProfileField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that a data matching keeps (F1, F2), checked against the fields that the profiles really have, and those that there
 * are at the destination.
 */
public final class DataMatching {

    private static final double MOSTLY = 0.5;

    private DataMatching() {}

    /** Throws a problem that points at every line that is wrong. */
    public static void check(
            TargetFields there, List<FieldMatch> matches, String optOutField, List<ProfileField> fields) {
        Map<String, ProfileField> known = new HashMap<>();
        fields.forEach(field -> known.put(field.name(), field));
        Set<String> targets = new HashSet<>();
        List<FieldError> unknown = new ArrayList<>();
        List<FieldError> wrong = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            FieldMatch match = matches.get(i);
            String pointer = "/dataMatching/" + i;
            Optional<TargetField> target = there.find(match.target());
            if (!targets.add(target.map(TargetField::identity).orElse(match.target()))) {
                wrong.add(
                        new FieldError(pointer + "/target", "named twice; a field at the destination is filled once"));
            }
            if (target.isEmpty()) {
                wrong.add(new FieldError(pointer + "/target", there.howToName()));
            }
            ProfileField field = known.get(match.field());
            if (field == null) {
                unknown.add(new FieldError(pointer + "/field", "the profiles have no field of this name"));
            } else if (target.isPresent() && !target.get().holds(field.type())) {
                wrong.add(new FieldError(
                        pointer + "/field", "is a " + field.type() + ", which " + match.target() + " cannot hold"));
            } else if (match.target().equals(there.email()) && isCertainlyNoEmail(field)) {
                wrong.add(new FieldError(pointer + "/field", "most of its values are no e-mail addresses"));
            } else if (match.target().equals(there.email()) && !field.isFor(ProfileField.EMAIL)) {
                wrong.add(new FieldError(
                        pointer + "/field", "has not the role EMAIL; " + cure(field, ProfileField.EMAIL)));
            }
        }
        if (optOutField != null && !known.containsKey(optOutField)) {
            unknown.add(new FieldError("/optOutField", "the profiles have no field of this name"));
        } else if (optOutField != null && !known.get(optOutField).isFor(ProfileField.OPT_OUT)) {
            wrong.add(new FieldError(
                    "/optOutField", "has not the role OPT_OUT; " + cure(known.get(optOutField), ProfileField.OPT_OUT)));
        }
        if (!targets.contains(there.email())) {
            wrong.add(new FieldError("/dataMatching", "has no line with the target " + there.email()));
        }
        if (!unknown.isEmpty()) {
            throw Problem.of(
                    ExportProblem.UNKNOWN_FIELD,
                    "Choose fields that GET /profiles/fields of segment-service lists.",
                    unknown);
        }
        if (!wrong.isEmpty()) {
            throw Problem.of(
                    ExportProblem.INVALID_DATA_MATCHING, "Correct the lines of the data matching under errors.", wrong);
        }
    }

    /** Lines whose field exists and has another type now than their target can hold, each in words; empty when all fit. */
    public static List<String> misfits(TargetFields there, List<FieldMatch> matches, List<ProfileField> fields) {
        Map<String, ProfileField> known = new HashMap<>();
        fields.forEach(field -> known.put(field.name(), field));
        List<String> misfits = new ArrayList<>();
        for (FieldMatch match : matches) {
            ProfileField field = known.get(match.field());
            if (field != null
                    && there.find(match.target())
                            .filter(target -> target.holds(field.type()))
                            .isEmpty()) {
                misfits.add(
                        "%s is a %s now, which %s cannot hold".formatted(field.name(), field.type(), match.target()));
            }
        }
        return misfits;
    }

    /** How a field gets a role. */
    public static String cure(ProfileField field, String role) {
        return "if it is one, an administrator gives it by PATCH /profiles/fields/%s {\"role\":\"%s\"}"
                .formatted(field.name(), role);
    }

    /** Whether a field can be the address of a contact. */
    public static boolean mayBeEmail(ProfileField field) {
        return field.type().equals("string") && field.isFor(ProfileField.EMAIL) && !isCertainlyNoEmail(field);
    }

    /** Whether a field can say who opted out. */
    public static boolean mayBeOptOut(ProfileField field) {
        return field.isFor(ProfileField.OPT_OUT);
    }

    /** P3. An empty field may be filled later. */
    private static boolean isCertainlyNoEmail(ProfileField field) {
        return field.filled() > 0 && field.email() != null && field.email() < MOSTLY;
    }
}
