package insights.segment.optout;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Why somebody is opted out.
 *
 * @param field that said so, for {@link By#FIELD}
 * @param otherProfileId who opted out with the same address, for {@link By#ADDRESS}; absent when that profile is gone
 * @param since when it was taken in
 * @param reason that the administrator gave, for {@link By#ADMINISTRATOR}
 */
@RegisterForReflection
public record OptOutReason(
        @NotNull By by,
        String field,
        String otherProfileId,
        @NotNull Instant since,
        String reason) {

    /** What makes somebody opted out. */
    public enum By {
        /** A file said so, in a field of the role OPT_OUT. */
        FIELD,
        /** An administrator entered it. */
        ADMINISTRATOR,
        /** Somebody with the same address opted out. */
        ADDRESS
    }
}
