package insights.common.job;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Which jobs of this replica are under way. When the service ends, they are waited for while everything that they need is still
 * there, as long as {@code insights.jobs.grace} says; what takes longer is cut off, its transaction is rolled back, and
 * another replica takes it up.
 */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final ReentrantReadWriteLock underWay = new ReentrantReadWriteLock();
    private final Duration grace;
    private volatile boolean ending;

    Jobs(@ConfigProperty(name = "insights.jobs.grace") Duration grace) {
        this.grace = grace;
    }

    /** Whether the service ends: jobs that come in pieces stop after the one that they are at. */
    public boolean areEnding() {
        return ending;
    }

    /** Whether a job may begin; if so, {@link #end()} follows on the same thread. */
    boolean begin() {
        return !ending && underWay.readLock().tryLock();
    }

    void end() {
        underWay.readLock().unlock();
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        ending = true;
        if (!underWay.writeLock().tryLock(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("A job is cut off, because it took longer than %s more", grace);
        }
    }
}
