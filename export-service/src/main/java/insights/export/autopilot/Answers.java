package insights.export.autopilot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import insights.export.destination.DestinationException;
import insights.export.line.Reply;
import insights.export.line.RetryAfter;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Autopilot's answers by the error table of {@code design.md} §6. */
final class Answers {

    private static final Pattern PLAN_LIMIT =
            Pattern.compile("plan limit|contact limit|limit of .*contacts|upgrade your", Pattern.CASE_INSENSITIVE);

    /** Names of members can be e-mail addresses here; Jackson would keep them in memory as names that come again. */
    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build());

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    Reply read(AutopilotOperation operation, Response response) {
        try (response) {
            int status = response.getStatus();
            String text = text(response);
            if (status == 403 && operation == AutopilotOperation.DELETE_CONTACT) {
                // A contact that must not be deleted ({@code autopilot-api.md}, "Errors"); elsewhere it is about the
                // key.
                return new Reply.Refused(status);
            }
            return switch (status) {
                case 401, 403 -> throw new DestinationException.KeyRefused();
                case 402 -> throw new DestinationException.PlanLimit();
                case 429 -> throw new DestinationException.Throttled(wait(response, text), false);
                case 400, 404, 409, 422 -> refused(status, text);
                default -> {
                    if (status == 503) {
                        toldToWait(response).ifPresent(wait -> {
                            throw new DestinationException.Throttled(wait, true);
                        });
                    }
                    if (status < 200 || status > 299) {
                        throw new DestinationException.Unavailable("Autopilot answered " + status);
                    }
                    yield new Reply.Accepted(body(text));
                }
            };
        }
    }

    private static Reply refused(int status, String text) {
        if (PLAN_LIMIT.matcher(text).find()) {
            throw new DestinationException.PlanLimit();
        }
        return new Reply.Refused(status);
    }

    private static String text(Response response) {
        try {
            String text = response.readEntity(String.class);
            return text == null ? "" : text;
        } catch (ProcessingException e) {
            throw new DestinationException.Unavailable("Autopilot's answer broke off");
        }
    }

    /** An empty body is normal for some operations; one that is not JSON comes from something in between. */
    private JsonNode body(String text) {
        if (text.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DestinationException.Unavailable("Autopilot's answer is not JSON");
        }
    }

    private Optional<Duration> toldToWait(Response response) {
        return RetryAfter.of(response.getHeaderString("Retry-After"), clock.instant());
    }

    private Duration wait(Response response, String text) {
        return toldToWait(response).or(() -> toldToWait(text)).orElse(null);
    }

    private Optional<Duration> toldToWait(String text) {
        try {
            JsonNode seconds = json.readTree(text).path("try-in-seconds");
            return seconds.isNumber()
                    ? RetryAfter.of(Long.toString((long) Math.ceil(seconds.asDouble())), clock.instant())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
