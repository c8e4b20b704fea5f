package insights.destination.field;

import insights.destination.type.ExistingField;
import insights.destination.type.StandardField;
import insights.destination.type.TargetType;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field at the destination that a data matching may fill.
 *
 * @param target what a data matching calls it, in exact case
 * @param name what people call it; of custom fields the one that it has at the destination
 * @param custom whether the customer added it
 * @param required whether every data matching must fill it
 * @param meaning what belongs into it, in English; absent for custom fields
 */
public record ConnectionField(
        @NotNull @Schema(description = "What a data matching calls it, in exact case", examples = "FirstName")
        String target,

        @NotNull String name,
        @NotNull TargetType type,
        boolean custom,
        boolean required,

        @Schema(description = "What belongs into it, in English; absent for custom fields")
        String meaning) {

    static ConnectionField of(StandardField field) {
        boolean identity = field.type() == TargetType.EMAIL;
        return new ConnectionField(field.target(), field.name(), field.type(), false, identity, field.meaning());
    }

    static ConnectionField of(ExistingField field) {
        return new ConnectionField(field.target(), field.name(), field.type(), true, false, null);
    }
}
