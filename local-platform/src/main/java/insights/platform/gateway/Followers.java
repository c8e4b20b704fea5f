package insights.platform.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Who follows how much at once. Streams stay open for long, so that they are counted apart from everything else. */
final class Followers {

    /** How many streams a person may have open. */
    static final int MOST = 16;

    private final Map<String, Integer> open = new HashMap<>();

    /** Whether a request is answered with a stream that stays open. */
    static boolean isStream(HttpServerRequest request) {
        String accepted = request.getHeader("Accept");
        return request.path().endsWith("/progress") || accepted != null && accepted.contains("text/event-stream");
    }

    /** Counts one more, unless there are too many. */
    synchronized boolean enter(String person) {
        int now = open.getOrDefault(person, 0);
        if (now >= MOST) {
            return false;
        }
        open.put(person, now + 1);
        return true;
    }

    /** Counts one less. */
    synchronized void leave(String person) {
        open.computeIfPresent(person, (who, count) -> count > 1 ? count - 1 : null);
    }

    /**
     * Whom a token names. It is not verified here: whoever invents one shares the places of the person invented, for the
     * moment until the service refuses.
     */
    static String person(HttpServerRequest request) {
        String credentials = request.getHeader("Authorization");
        if (credentials == null) {
            // The console's pages have their session in a cookie, which is another one per person too.
            return String.valueOf(request.getHeader("Cookie"));
        }
        String[] parts = credentials.split("\\.");
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : "");
            return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("sub", credentials);
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            return credentials;
        }
    }
}
