package insights.export.ortto;

import insights.export.destination.FieldTitle;
import insights.export.destination.TargetField;
import insights.export.destination.TargetFields;
import java.util.List;
import java.util.Optional;

/** The fields of people at Ortto ({@code ortto-api.md}, "Field ids"). */
public final class OrttoFields implements TargetFields {

    @Override
    public String email() {
        return OrttoField.EMAIL;
    }

    @Override
    public Optional<TargetField> find(String target) {
        return OrttoField.of(target).map(TargetField.class::cast);
    }

    @Override
    public String howToName() {
        return OrttoField.HOW_TO_NAME;
    }

    @Override
    public List<Standard> standard() {
        return OrttoField.STANDARD.stream()
                .map(field -> new Standard(field.target(), field.meaning()))
                .toList();
    }

    @Override
    public Optional<String> custom(String profileFieldType, String words) {
        FieldShape shape =
                switch (profileFieldType) {
                    case "number" -> FieldShape.DECIMAL;
                    case "boolean" -> FieldShape.BOOL;
                    case "date" -> FieldShape.DATE;
                    case "datetime" -> FieldShape.TIME;
                    default -> FieldShape.TEXT;
                };
        return OrttoField.of(OrttoField.CREATES + shape.type() + OrttoField.SEPARATOR + FieldTitle.of(words))
                .map(OrttoField::target);
    }

    @Override
    public Optional<String> words(String target) {
        return custom(target).map(OrttoField.Custom::name);
    }

    /** {@code ortto-api.md}, "Custom fields". */
    @Override
    public int mostCustom() {
        return 100;
    }

    @Override
    public boolean mayBeMissing(String target) {
        return custom(target).isPresent();
    }

    @Override
    public Optional<String> obstacle(String target, List<String> existing) {
        return custom(target).flatMap(wanted -> existing.stream()
                .flatMap(there -> custom(there).stream())
                .filter(there -> there.identity().equals(wanted.identity()))
                .findFirst()
                .map(there -> wanted.obstacle(there.name(), there.shape().type()))
                .orElseGet(() -> wanted.creates() ? Optional.empty() : Optional.of(wanted.isMissing())));
    }

    private static Optional<OrttoField.Custom> custom(String target) {
        return OrttoField.of(target).filter(OrttoField.Custom.class::isInstance).map(OrttoField.Custom.class::cast);
    }
}
