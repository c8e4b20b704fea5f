package insights.destination.key;

import insights.common.job.Job;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Rotates keys as soon as another master key is the current one, at the start and from then on; replicas share the
 * work. Its last line in the log says when the old master key may go.
 */
@ApplicationScoped
class KeyRotationJob {

    private static final Logger LOG = Logger.getLogger(KeyRotationJob.class);
    private static final int AT_ONCE = 20;

    private final KeyRotation rotation;

    KeyRotationJob(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Job
    @Scheduled(
            identity = "key-rotation",
            every = "{insights.key-rotation.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void rotate() {
        int rotated = rotation.rotateFingerprints() ? 1 : 0;
        for (int some = rotation.rotateSome(AT_ONCE); some > 0; some = rotation.rotateSome(AT_ONCE)) {
            rotated += some;
        }
        if (rotated > 0 && rotation.isThrough()) {
            LOG.infof("Keys are rotated: master key %d is the only one that is needed now.", rotation.current());
        }
    }
}
