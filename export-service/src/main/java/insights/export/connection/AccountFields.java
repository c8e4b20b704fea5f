package insights.export.connection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What destination-service tells of the fields that a data matching may fill. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record AccountFields(List<Field> items) {

    /** @param custom whether the customer added it */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Field(String target, boolean custom) {}

    List<String> custom() {
        return items.stream().filter(Field::custom).map(Field::target).toList();
    }
}
