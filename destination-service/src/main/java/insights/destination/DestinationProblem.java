package insights.destination;

import insights.common.problem.ProblemType;

/** The errors that only this service answers with. */
public enum DestinationProblem implements ProblemType {
    FRESH_SIGN_IN_REQUIRED(401, "Sign in again"),
    ANOTHER_ACCOUNT(409, "The key is of another account"),
    API_KEY_IN_USE(409, "Another connection holds this API key"),
    API_KEY_MISSING(409, "The connection has no API key"),
    CHANGED_MEANWHILE(409, "The connection changed meanwhile"),
    CONNECTION_IN_USE(409, "Exports use the connection"),
    CONNECTION_NOT_USABLE(409, "The connection cannot be used"),
    CONSENT_NOT_GIVEN(409, "There is no consent"),
    NAME_TAKEN(409, "The display name is taken"),
    API_KEY_REFUSED(422, "The destination refuses the API key"),
    CONSENT_OUTDATED(422, "Not the current consent text"),
    CONSENT_REQUIRED(422, "Consent is needed"),
    ENDPOINT_NOT_ALLOWED(422, "The endpoint is not allowed"),
    DESTINATION_UNREACHABLE(502, "The destination cannot be reached"),
    NOT_THE_DESTINATION(502, "Something other than the destination answers"),
    DESTINATION_THROTTLED(503, "The destination asks to wait"),
    DESTINATION_TOO_SLOW(504, "The destination does not answer in time");

    private final int status;
    private final String title;

    DestinationProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
