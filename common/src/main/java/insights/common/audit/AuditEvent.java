package insights.common.audit;

import insights.common.security.Person;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that was done.
 *
 * @param machine whether it was another service or the platform that did it, and no person
 * @param action what, by the service's own list
 * @param target id of what it was done to; it may be gone
 * @param displayName the target's at that time; absent where it has none
 * @param changes what was changed, from what to what; never keys or personal data of customers
 * @param requestId finds the same request in the logs
 */
@RegisterForReflection
public record AuditEvent(
        @NotNull UUID id,
        @NotNull Instant at,
        @NotNull Person by,
        boolean machine,
        @NotNull String action,
        @NotNull String target,
        String displayName,
        @NotNull Map<String, Change> changes,
        String requestId) {}
