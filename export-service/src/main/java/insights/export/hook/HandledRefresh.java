package insights.export.hook;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What became of an announced refresh; the same answer however often it is announced.
 *
 * @param queued how many exports were set off
 * @param skipped how many were not, because the refresh failed
 */
@RegisterForReflection
public record HandledRefresh(
        @NotNull UUID refreshId, @NotNull RefreshOutcome outcome, int queued, int skipped) {}
