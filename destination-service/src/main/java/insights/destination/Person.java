package insights.destination;

import insights.common.security.Caller;
import jakarta.persistence.Embeddable;

/**
 * Somebody who did something here.
 *
 * @param subject the identity provider's stable id of the person
 * @param name what the person signs in with, as it was then
 */
@Embeddable
public record Person(String subject, String name) {

    public static Person of(Caller caller) {
        return new Person(caller.subject(), caller.name());
    }
}
