package insights.destination.type;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Which fields a data matching may fill at a kind of destination.
 *
 * @param standard those that every contact has, in the order in which people would look for them
 * @param custom how those are named that a customer added
 */
@RegisterForReflection
public record FieldCatalogue(List<StandardField> standard, CustomFieldForm custom) {}
