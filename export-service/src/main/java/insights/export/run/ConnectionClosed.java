package insights.export.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import insights.export.connection.Connection;
import jakarta.validation.constraints.NotNull;

/** destination-service's notice that nothing may be sent through a connection any more, until it is opened again. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConnectionClosed(@NotNull Reason reason) {

    /** What is missing now. */
    public enum Reason {
        CONSENT_WITHDRAWN(StopReason.CONNECTION_CLOSED, "The consent to the transfer of data was withdrawn."),
        API_KEY_REFUSED(
                StopReason.INVALID_API_KEY,
                "The destination refuses the API key: an administrator replaces it on the connection."),
        EXPORT_USER_REMOVED(
                StopReason.CONNECTION_CLOSED,
                "The connection has no export user any more: an administrator signs in and adds themselves."),
        EXPORT_USER_LAPSED(StopReason.CONNECTION_CLOSED, Connection.LAPSED);

        private final StopReason stopReason;
        private final String detail;

        Reason(StopReason stopReason, String detail) {
            this.stopReason = stopReason;
            this.detail = detail;
        }

        StopReason stopReason() {
            return stopReason;
        }

        /** In words for a person. */
        String detail() {
            return detail;
        }
    }
}
