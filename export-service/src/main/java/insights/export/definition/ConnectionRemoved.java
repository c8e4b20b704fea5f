package insights.export.definition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import insights.common.security.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/**
 * destination-service's notice that a connection is gone.
 *
 * @param exports what becomes of the exports that are not named
 * @param detach exports to detach
 * @param remove exports to remove
 * @param by who removed the connection
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConnectionRemoved(
        @NotNull Fate exports,
        List<UUID> detach,
        List<UUID> remove,
        @NotNull @Valid Person by) {

    /** What becomes of an export. */
    public enum Fate {
        DETACH,
        REMOVE
    }

    boolean removes(UUID export) {
        if (remove != null && remove.contains(export)) {
            return true;
        }
        return exports == Fate.REMOVE && (detach == null || !detach.contains(export));
    }
}
