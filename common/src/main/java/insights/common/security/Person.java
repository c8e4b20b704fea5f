package insights.common.security;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;

/**
 * Somebody who did something here.
 *
 * @param subject the identity provider's stable id of the person
 * @param name what the person signs in with, as it was then
 */
@Embeddable
@RegisterForReflection
public record Person(@NotNull String subject, @NotNull String name) {

    public static Person of(Caller caller) {
        return new Person(caller.subject(), caller.name());
    }
}
