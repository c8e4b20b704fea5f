package insights.destination.type;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * How a data matching names a field of the customer's own at a kind of destination.
 *
 * @param form the name's parts
 * @param types what such fields can hold
 * @param howTo the same in words, in English
 */
@RegisterForReflection
public record CustomFieldForm(
        @NotNull String form,
        @NotNull List<TargetType> types,
        @NotNull String example,
        @NotNull String howTo) {}
