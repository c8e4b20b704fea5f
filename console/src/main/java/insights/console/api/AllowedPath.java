package insights.console.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which paths pages may ask for, and who answers them. It is a list of what is allowed: {@code /internal} is between services,
 * {@code /hooks} between machines, {@code /q} for those who run it, and none of them is here.
 */
final class AllowedPath {

    private static final Map<String, Upstream> BY_FIRST_SEGMENT = Map.ofEntries(
            Map.entry("connection-types", Upstream.DESTINATION_SERVICE),
            Map.entry("consent-texts", Upstream.DESTINATION_SERVICE),
            Map.entry("connections", Upstream.DESTINATION_SERVICE),
            Map.entry("profiles", Upstream.SEGMENT_SERVICE),
            Map.entry("profile-imports", Upstream.SEGMENT_SERVICE),
            Map.entry("segments", Upstream.SEGMENT_SERVICE),
            Map.entry("refreshes", Upstream.SEGMENT_SERVICE),
            Map.entry("exports", Upstream.EXPORT_SERVICE),
            Map.entry("runs", Upstream.EXPORT_SERVICE));

    /** Nobody escapes an id more than once; whoever does tries what the next reader makes of it. */
    private static final int MOST_DECODINGS = 3;

    private static final Set<String> WAYS = Set.of(".", "..");

    private AllowedPath() {}

    /**
     * The service that answers a path, if pages may ask for it.
     *
     * @param path as it was sent, not decoded, without the prefix of the API: {@code /exports/…}
     */
    static Optional<Upstream> to(String path) {
        String[] segments = path.split("/", -1);
        if (segments.length < 2 || !segments[0].isEmpty()) {
            return Optional.empty();
        }
        boolean plain = Arrays.stream(segments).skip(1).allMatch(AllowedPath::isPlain);
        return plain ? Optional.ofNullable(BY_FIRST_SEGMENT.get(segments[1])) : Optional.empty();
    }

    /** Whether a segment names something, however often it is decoded, and is no way to somewhere else. */
    private static boolean isPlain(String segment) {
        String now = segment;
        for (int decodings = 0; decodings <= MOST_DECODINGS; decodings++) {
            if (now.isEmpty() || leadsElsewhere(now)) {
                return false;
            }
            Optional<String> decoded = decoded(now);
            if (decoded.isEmpty()) {
                // A percent sign that an id has: only the first reading must be right.
                return decodings > 0;
            }
            if (decoded.get().equals(now)) {
                return true;
            }
            now = decoded.get();
        }
        return false;
    }

    private static boolean leadsElsewhere(String segment) {
        return segment.chars().anyMatch(character -> character < ' ')
                || Arrays.stream(segment.split("[/\\\\]", -1))
                        .map(part -> part.split(";", 2)[0])
                        .anyMatch(WAYS::contains);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
