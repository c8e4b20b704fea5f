package insights.export.start;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What became of the wish to run all exports that run by themselves. */
@RegisterForReflection
public record RunAllAnswer(List<Queued> queued, List<NotQueued> notQueued) {

    /**
     * An export that runs now, or soon.
     *
     * @param runId the run, which may be one that was waiting already
     */
    @RegisterForReflection
    public record Queued(UUID exportId, String displayName, UUID runId) {}

    /**
     * An export that does not run.
     *
     * @param type kind of problem, the same as if this export alone had been run
     * @param detail what to do about it
     */
    @RegisterForReflection
    public record NotQueued(UUID exportId, String displayName, URI type, String detail) {}
}
