package insights.destination.type;

import insights.destination.key.Secret;
import jakarta.validation.constraints.NotNull;
import java.util.regex.Pattern;

/**
 * What API keys of a kind of destination look like.
 *
 * @param pattern a regular expression for the whole key, of the kind that browsers know too
 * @param hint what to tell who gives something else; goes on from the name of the field
 */
public record KeyShape(@NotNull String pattern, @NotNull String hint) {

    boolean fits(Secret key) {
        return Pattern.matches(pattern, key.reveal());
    }
}
