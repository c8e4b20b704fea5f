package insights.segment.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long export-service is left alone when it did not acknowledge: twice as long each time, up to a limit. */
@ApplicationScoped
class AnnouncementWait {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;

    private final Duration first;

    AnnouncementWait(@ConfigProperty(name = "insights.announcement.first-wait") Duration first) {
        this.first = first;
    }

    /** @param attempts how often it was told before, in vain */
    Duration after(int attempts) {
        Duration wait = first.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
