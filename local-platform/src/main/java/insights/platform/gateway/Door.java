package insights.platform.gateway;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is not let in, because it cannot be understood, or could be understood in two ways (RFC 9112, RFC 9110). */
final class Door {

    /** As the services have it: {@code microprofile-config.properties} of the module common. */
    static final int LONGEST_LINE = 262_144;

    static final int LARGEST_HEADERS = 65_536;

    /** Name, IPv4 or IPv6 address, with or without a port. */
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    private Door() {}

    /** Why a request is refused, if it is. */
    static Optional<Problem> refusal(HttpServerRequest request) {
        if (!request.decoderResult().isSuccess()) {
            return Optional.of(undecoded(request.decoderResult().cause()));
        }
        if (!isAddress(request.uri())) {
            return Optional.of(Problem.unreadable(
                    "The address is none by RFC 3986: a % has two hexadecimal digits after it, and what"
                            + " may not stand in an address, such as { or |, is written so."));
        }
        List<String> hosts = request.headers().getAll("Host");
        boolean mayLackHost = request.version() == HttpVersion.HTTP_1_0 && hosts.isEmpty();
        if (!mayLackHost
                && (hosts.size() != 1 || !HOST.matcher(hosts.getFirst()).matches())) {
            return Optional.of(Problem.unreadable("Send one header Host, with a name or an address."));
        }
        if (request.headers().getAll("Authorization").size() > 1) {
            return Optional.of(Problem.unreadable("Send one header Authorization."));
        }
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            return Optional.of(Problem.notImplemented(
                    "Nobody speaks WebSocket here. A run is followed at its /progress, as text/event-stream."));
        }
        return codings(request);
    }

    /** The services ask the same, and answer without a word. */
    private static boolean isAddress(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static Optional<Problem> codings(HttpServerRequest request) {
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        if (codings.isEmpty()) {
            return Optional.empty();
        }
        if (codings.size() > 1 || !codings.getFirst().strip().equalsIgnoreCase("chunked")) {
            return Optional.of(Problem.notImplemented("The only transfer coding that is understood is chunked."));
        }
        return request.headers().contains("Content-Length")
                ? Optional.of(Problem.unreadable("Send either Content-Length or Transfer-Encoding."))
                : Optional.empty();
    }

    private static Problem undecoded(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> Problem.addressTooLong(LONGEST_LINE);
            case TooLongHttpHeaderException headers -> Problem.headersTooLarge(LARGEST_HEADERS);
            default -> Problem.unreadable("This is not HTTP as it should be: look at the first line and the headers.");
        };
    }
}
