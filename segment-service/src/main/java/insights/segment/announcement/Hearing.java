package insights.segment.announcement;

import insights.common.outage.Outage;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.util.Set;
import org.jboss.logging.Logger;

/** Whether export-service hears what it is told: that it is away is said once, however much it has to hear of. */
@Singleton
class Hearing {

    private static final Logger LOG = Logger.getLogger(Hearing.class);

    /** Answers that another announcement might not get: unreadable, too large, not valid. */
    private static final Set<Integer> ABOUT_CONTENT = Set.of(400, 413, 422);

    private final Outage outage = new Outage(Hearing.class, "export-service");

    /** It acknowledged something. */
    void heard() {
        outage.answered();
    }

    /**
     * It did not acknowledge something.
     *
     * @param what as a sentence goes on after "has not heard of"
     * @return whether it is away, and not only averse to this
     */
    boolean missed(RuntimeException e, String what) {
        if (isAboutContent(e)) {
            outage.answered();
            LOG.warnf("export-service has not heard of %s yet: %s", what, failure(e));
            return false;
        }
        if (e instanceof WebApplicationException) {
            outage.missed(failure(e));
        } else {
            outage.missed(e);
        }
        return true;
    }

    /** Whether it is there, and averse to what it was told. */
    static boolean isAboutContent(RuntimeException e) {
        return e instanceof WebApplicationException answer
                && ABOUT_CONTENT.contains(answer.getResponse().getStatus());
    }

    /** Why, in words that are kept. */
    static String failure(RuntimeException e) {
        return e instanceof WebApplicationException answer
                ? "it answered " + answer.getResponse().getStatus()
                : e.getClass().getSimpleName();
    }
}
