package insights.export.autopilot;

import insights.export.destination.FieldTitle;
import insights.export.destination.TargetField;
import insights.export.destination.TargetFields;
import java.util.List;
import java.util.Optional;

/** The fields of Autopilot's contacts ({@code autopilot-api.md}, "Field names"). */
public final class AutopilotFields implements TargetFields {

    @Override
    public String email() {
        return AutopilotField.EMAIL;
    }

    @Override
    public Optional<TargetField> find(String target) {
        return AutopilotField.of(target).map(TargetField.class::cast);
    }

    @Override
    public String howToName() {
        return AutopilotField.HOW_TO_NAME;
    }

    /** Their names are English words for what they are. */
    @Override
    public List<Standard> standard() {
        return AutopilotField.STANDARD.stream()
                .map(target -> new Standard(target, target))
                .toList();
    }

    @Override
    public Optional<String> custom(String profileFieldType, String words) {
        AutopilotField.Type type =
                switch (profileFieldType) {
                    case "number" -> AutopilotField.Type.FLOAT;
                    case "boolean" -> AutopilotField.Type.BOOLEAN;
                    case "date", "datetime" -> AutopilotField.Type.DATE;
                    default -> AutopilotField.Type.STRING;
                };
        return AutopilotField.of(AutopilotField.custom(type, FieldTitle.of(words)))
                .map(AutopilotField::target);
    }

    @Override
    public Optional<String> words(String target) {
        return AutopilotField.of(target)
                .filter(AutopilotField.Custom.class::isInstance)
                .map(AutopilotField.Custom.class::cast)
                .map(field -> target.substring((field.type().prefix() + AutopilotField.SEPARATOR).length())
                        .replace(AutopilotField.SEPARATOR, " "));
    }
}
