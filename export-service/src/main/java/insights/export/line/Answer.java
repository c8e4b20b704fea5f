package insights.export.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import insights.export.destination.DestinationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** An answer, read whole: what is the same whichever destination it comes from, or whatever is on the way to it. */
public final class Answer {

    /** Names of members can be e-mail addresses; Jackson would keep them in memory as names that come again. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build());

    private final String name;
    private final Clock clock;
    private final int status;
    private final String text;
    private final String retryAfter;

    private Answer(String name, Clock clock, int status, String text, String retryAfter) {
        this.name = name;
        this.clock = clock;
        this.status = status;
        this.text = text;
        this.retryAfter = retryAfter;
    }

    /**
     * Reads an answer and closes it.
     *
     * @param name of the destination, for messages
     * @throws DestinationException.Unavailable when it broke off
     */
    public static Answer read(String name, Clock clock, Response response) {
        try (response) {
            String text = response.readEntity(String.class);
            return new Answer(
                    name,
                    clock,
                    response.getStatus(),
                    text == null ? "" : text,
                    response.getHeaderString("Retry-After"));
        } catch (ProcessingException e) {
            throw new DestinationException.Unavailable(name + "'s answer broke off");
        }
    }

    public int status() {
        return status;
    }

    public String text() {
        return text;
    }

    /**
     * What is left when its refusals are told apart: done, or worth another try.
     *
     * @throws DestinationException when it is anything but a 2xx with JSON, or with nothing
     */
    public Reply.Accepted accepted() {
        if (status == 503) {
            toldToWait().ifPresent(wait -> {
                throw new DestinationException.Throttled(wait, true);
            });
        }
        if (status < 200 || status > 299) {
            throw new DestinationException.Unavailable(name + " answered " + status);
        }
        if (text.isBlank()) {
            return new Reply.Accepted(JsonNodeFactory.instance.objectNode());
        }
        try {
            return new Reply.Accepted(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new DestinationException.Unavailable(name + "'s answer is not JSON");
        }
    }

    /** A missing node when it is not JSON. */
    public JsonNode body() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** By its header. */
    public Optional<Duration> toldToWait() {
        return RetryAfter.of(retryAfter, clock.instant());
    }

    /** @param seconds a member of its body; any number, or none */
    public Optional<Duration> toldToWait(JsonNode seconds) {
        return seconds.isNumber()
                ? RetryAfter.of(Long.toString((long) Math.ceil(seconds.asDouble())), clock.instant())
                : Optional.empty();
    }
}
