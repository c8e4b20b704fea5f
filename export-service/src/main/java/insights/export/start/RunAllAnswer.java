package insights.export.start;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What became of the wish to run all exports that run by themselves. */
@RegisterForReflection
public record RunAllAnswer(
        @NotNull List<Queued> queued, @NotNull List<NotQueued> notQueued) {

    /**
     * An export that runs now, or soon.
     *
     * @param runId the run, which may be one that was waiting already
     */
    @RegisterForReflection
    public record Queued(
            @NotNull UUID exportId,
            @NotNull String displayName,
            @NotNull UUID runId) {}

    /**
     * An export that does not run.
     *
     * @param type kind of problem, the same as if this export alone had been run
     * @param detail what to do about it
     */
    @RegisterForReflection
    public record NotQueued(
            @NotNull UUID exportId,
            @NotNull String displayName,
            @NotNull URI type,
            @NotNull String detail) {}
}
