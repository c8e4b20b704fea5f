package insights.export.connection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * What destination-service tells of the fields that a data matching may fill.
 *
 * @param customFieldsKnown whether all custom ones are among them
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record AccountFields(List<Field> items, boolean customFieldsKnown) {

    /** @param custom whether the customer added it */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Field(String target, boolean custom) {}

    /** Empty when they are not known. */
    Optional<List<String>> custom() {
        return customFieldsKnown
                ? Optional.of(
                        items.stream().filter(Field::custom).map(Field::target).toList())
                : Optional.empty();
    }
}
