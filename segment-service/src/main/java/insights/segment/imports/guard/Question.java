package insights.segment.imports.guard;

import insights.segment.imports.request.Confirmation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;

/**
 * What an import asks before it does it.
 *
 * @param confirm the value of the parameter of that name that says that it is meant
 * @param detail what would happen, with numbers
 */
@RegisterForReflection
public record Question(
        @NotNull Confirmation confirm, @NotNull String detail) {}
