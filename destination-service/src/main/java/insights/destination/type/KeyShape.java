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

    /** Where nothing documents what keys look like: wide enough for any, and no slip of the clipboard. */
    public static KeyShape ofWhatCanBeSeen(String vendor) {
        return new KeyShape(
                "[\\x21-\\x7E]{16,256}",
                "must be 16 to 256 letters, digits or signs without spaces; copy it again from " + vendor);
    }

    boolean fits(Secret key) {
        return Pattern.matches(pattern, key.reveal());
    }
}
