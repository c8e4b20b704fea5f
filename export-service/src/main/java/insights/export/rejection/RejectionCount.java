package insights.export.rejection;

import insights.export.matching.RejectionReason;
import jakarta.validation.constraints.NotNull;

/** How many profiles a run did not export for one reason. */
public record RejectionCount(
        @NotNull RejectionReason reason, @NotNull String detail, long profiles) {}
