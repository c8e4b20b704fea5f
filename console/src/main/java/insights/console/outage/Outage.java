package insights.console.outage;

import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Says once in the log that a service, or the identity provider, does not answer, and when it does again how often it was missed. */
public final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final String service;
    private final AtomicLong missed = new AtomicLong();

    public Outage(String service) {
        this.service = service;
    }

    /** It was asked, and did not answer, or not to the end. */
    public void missed(Throwable why) {
        if (missed.getAndIncrement() == 0) {
            LOG.warnf(
                    "%s does not answer (%s); how often is said when it does again",
                    service, why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage());
        }
    }

    /** It began an answer. */
    public void answered() {
        if (missed.get() > 0) {
            long times = missed.getAndSet(0);
            if (times > 0) {
                LOG.infof("%s answers again, after it was missed %d times", service, times);
            }
        }
    }
}
