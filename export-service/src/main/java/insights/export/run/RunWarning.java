package insights.export.run;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What somebody should look at after a run that did all it was to do.
 *
 * @param segmentId the segment that it is about
 * @param detail what happened, and what to do, in words
 */
@RegisterForReflection
public record RunWarning(
        @NotNull WarningReason reason,
        @NotNull UUID segmentId,
        @NotNull String detail) {}
