package insights.common.problem;

import java.util.Arrays;
import java.util.Optional;

/** The errors that every service can answer with, whatever it is about. */
public enum CommonProblem implements ProblemType {
    UNREADABLE_REQUEST(400, "The request cannot be read"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Cannot answer in that media type"),
    CONFLICT(409, "In conflict with what is there"),
    STALE(412, "Changed by somebody else meanwhile"),
    TOO_LARGE(413, "Too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Media type not supported"),
    VALIDATION_FAILED(422, "Some values are not valid"),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key stands for something else"),
    PRECONDITION_REQUIRED(428, "If-Match is needed"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    NOT_IMPLEMENTED(501, "Not understood here"),
    UNAVAILABLE(503, "Not available right now");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
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

    /** The kind that stands for an HTTP status by itself, if there is one. */
    public static Optional<CommonProblem> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }
}
