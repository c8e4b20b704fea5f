package insights.export.former;

import insights.common.job.Job;
import insights.export.connection.Connection;
import insights.export.connection.ConnectionClient;
import insights.export.definition.AttachmentService;
import insights.export.start.ErasureRuns;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sees to it that who opted out leaves what exports put them on before they moved to another connection: after each run of such an
 * export, and after each refresh, a run looks through the account that it left. What cannot be done now, for consent that was
 * withdrawn or a key that is refused, is looked at again until it can.
 */
@ApplicationScoped
class FormerConnectionJob {

    private final DueFormerRepository due;
    private final ConnectionClient connections;
    private final AttachmentService attachments;
    private final ErasureRuns runs;

    FormerConnectionJob(
            DueFormerRepository due, ConnectionClient connections, AttachmentService attachments, ErasureRuns runs) {
        this.due = due;
        this.connections = connections;
        this.attachments = attachments;
        this.runs = runs;
    }

    @Job
    @Scheduled(
            identity = "look-at-former-connections",
            every = "{insights.former-connections.every}",
            delayed = "{insights.former-connections.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.QUARTZ)
    void begin() {
        List<DueFormer> formers = due.find();
        if (!formers.isEmpty()) {
            Map<UUID, Connection> found = connections.findEach(
                    formers.stream().map(DueFormer::connection).collect(Collectors.toSet()));
            formers.forEach(former -> begin(former, found.get(former.connection())));
        }
    }

    private void begin(DueFormer former, Connection connection) {
        if (connection == null) {
            // What was kept would be lost for good, so the connection itself is asked for.
            if (connections.find(former.connection()).isEmpty()) {
                attachments.connectionGone(former.connection());
            }
        } else if (former.anybody() && connection.obstacle().isEmpty()) {
            runs.queueFormer(former.export(), former.connection(), former.trigger(), former.by());
        }
    }
}
