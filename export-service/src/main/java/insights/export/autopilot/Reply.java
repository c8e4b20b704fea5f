package insights.export.autopilot;

import com.fasterxml.jackson.databind.JsonNode;

/** What Autopilot said to a request that it understood. Everything else is an {@link AutopilotException}. */
public sealed interface Reply {

    /** It did what was asked. */
    record Accepted(JsonNode body) implements Reply {}

    /**
     * It refused this contact or list, and only this.
     *
     * @param status 400, 404, 409 or 422
     */
    record Refused(int status) implements Reply {

        /** The contact or the list is not there. */
        public boolean notFound() {
            return status == 404;
        }
    }
}
