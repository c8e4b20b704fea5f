package insights.export.ortto;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import insights.export.destination.DestinationException;
import insights.export.line.Reply;
import insights.export.line.RetryAfter;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads what one account at Ortto answers ({@code ortto-api.md}, "Errors" and "Rate limits"). */
final class OrttoAnswers {

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build());

    private final Clock clock;
    private final Duration ban;
    private final AtomicBoolean forbidden = new AtomicBoolean();

    /** @param ban how long an address is banned that sent bad requests */
    OrttoAnswers(Clock clock, Duration ban) {
        this.clock = clock;
        this.ban = ban;
    }

    Reply read(OrttoOperation operation, Response response) {
        try (response) {
            int status = response.getStatus();
            String text = text(response);
            if (status == 400 || operation == OrttoOperation.CREATE_FIELD && (status == 403 || status == 409)) {
                return new Reply.Refused(status, bodyOrNone(text));
            }
            return switch (status) {
                case 401 -> throw new DestinationException.KeyRefused();
                case 403 -> throw forbidden();
                case 402, 507 -> throw new DestinationException.PlanLimit();
                case 429 -> throw new DestinationException.Throttled(wait(response, text), false);
                default -> {
                    if (status == 503) {
                        toldToWait(response).ifPresent(wait -> {
                            throw new DestinationException.Throttled(wait, true);
                        });
                    }
                    if (status < 200 || status > 299) {
                        throw new DestinationException.Unavailable("Ortto answered " + status);
                    }
                    forbidden.set(false);
                    yield new Reply.Accepted(body(text));
                }
            };
        }
    }

    /** What a banned address is told nobody documents. A ban ends, an account that expired does not come back. */
    private DestinationException forbidden() {
        return forbidden.getAndSet(true)
                ? new DestinationException.KeyRefused()
                : new DestinationException.Throttled(ban, false);
    }

    private static String text(Response response) {
        try {
            String text = response.readEntity(String.class);
            return text == null ? "" : text;
        } catch (ProcessingException e) {
            throw new DestinationException.Unavailable("Ortto's answer broke off");
        }
    }

    private JsonNode body(String text) {
        try {
            return text.isBlank() ? JsonNodeFactory.instance.objectNode() : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DestinationException.Unavailable("Ortto's answer is not JSON");
        }
    }

    private JsonNode bodyOrNone(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private Optional<Duration> toldToWait(Response response) {
        return RetryAfter.of(response.getHeaderString("Retry-After"), clock.instant());
    }

    /** In the object that other errors have a text in, or not at all. */
    private Duration wait(Response response, String text) {
        JsonNode seconds = bodyOrNone(text).path("error").path("try-in-seconds");
        return Optional.of(seconds)
                .filter(JsonNode::isNumber)
                .flatMap(number -> RetryAfter.of(Long.toString((long) Math.ceil(number.asDouble())), clock.instant()))
                .or(() -> toldToWait(response))
                .orElse(null);
    }
}
