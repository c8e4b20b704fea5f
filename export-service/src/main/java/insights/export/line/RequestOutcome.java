package insights.export.line;

import insights.export.destination.DestinationException;
import java.util.Locale;

/** What came of one request to a destination: how that is called in metrics and traces. */
enum RequestOutcome {
    ACCEPTED,
    REFUSED,
    THROTTLED,
    UNANSWERED,
    KEY_REFUSED,
    PLAN_LIMIT;

    static RequestOutcome of(Reply reply) {
        return reply instanceof Reply.Accepted ? ACCEPTED : REFUSED;
    }

    static RequestOutcome of(RuntimeException thrown) {
        return switch (thrown) {
            case DestinationException.Throttled throttled -> THROTTLED;
            case DestinationException.KeyRefused refused -> KEY_REFUSED;
            case DestinationException.PlanLimit limit -> PLAN_LIMIT;
            default -> UNANSWERED;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
