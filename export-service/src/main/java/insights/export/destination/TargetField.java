package insights.export.destination;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A field of a contact at a destination that an export may fill. */
public interface TargetField {

    /** As it stands in the data matching. */
    String target();

    /** The same for all targets that are this field. */
    default String identity() {
        return target();
    }

    /** By what it is remembered that an export filled it: the same whether or not it is made where it is missing. */
    default String remembered() {
        return target();
    }

    /** Whether it can hold what profile fields of a type have. */
    boolean holds(String profileFieldType);

    /**
     * An attribute as the destination takes it; empty when it does not fit.
     *
     * @param text the same as {@link FieldText} writes it, which is not empty
     */
    Optional<JsonNode> value(JsonNode attribute, String text);
}
