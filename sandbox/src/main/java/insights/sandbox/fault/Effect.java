package insights.sandbox.fault;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How a request goes wrong. */
@RegisterForReflection
public enum Effect {
    /** It is answered with a status of 400 to 599, in Autopilot's error shape. */
    STATUS,
    /** It is never answered; the connection stays open. */
    HANG,
    /** It is carried out at once and answered late. */
    LATE,
    /** The connection is closed without an answer. */
    CLOSE,
    /** Half of the answer's body is sent, then the connection is closed. */
    TRUNCATED,
    /** It is answered with a body that is not JSON, though the content type says so. */
    NOT_JSON,
    /** An upsert's contact with one e-mail counts as one with a bad e-mail. */
    REFUSE_EMAIL
}
