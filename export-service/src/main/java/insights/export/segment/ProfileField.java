package insights.export.segment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A field that the profiles really have, as segment-service describes it.
 *
 * @param type {@code string}, {@code number}, {@code boolean}, {@code date} or {@code datetime}
 * @param filled which part of the profiles has it, from 0 to 1
 * @param email which part of its values look like e-mail addresses, from 0 to 1; null when that is not known
 * @param role {@link #EMAIL} or {@link #OPT_OUT}; null when it is just an attribute
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProfileField(String name, String type, double filled, Double email, String role) {

    /** Its values are people's addresses: who opts out, opts out for them. */
    public static final String EMAIL = "EMAIL";

    /** Whoever has it true has opted out. */
    public static final String OPT_OUT = "OPT_OUT";

    public boolean isFor(String purpose) {
        return purpose.equals(role);
    }
}
