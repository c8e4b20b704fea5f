package insights.export.autopilot;

import java.util.Locale;

/** What came of one request to Autopilot: how that is called in metrics and traces. */
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
            case AutopilotException.Throttled throttled -> THROTTLED;
            case AutopilotException.KeyRefused refused -> KEY_REFUSED;
            case AutopilotException.PlanLimit limit -> PLAN_LIMIT;
            default -> UNANSWERED;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
