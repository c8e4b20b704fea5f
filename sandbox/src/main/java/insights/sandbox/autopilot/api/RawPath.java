package insights.sandbox.autopilot.api;

import insights.sandbox.answer.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Paths as clients write them. They put e-mail addresses into paths as they are, so {@code @} and {@code +} stand for
 * themselves; what is percent-encoded is decoded, after the path was split.
 */
final class RawPath {

    private RawPath() {}

    /** The parts between slashes; empty ones do not count. */
    static List<String> parts(String path) {
        return Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    /** @throws Refusal when a percent sign is not followed by two hexadecimal digits */
    static String decode(String part) {
        try {
            return part.indexOf('%') < 0 ? part : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("Invalid contact_id_or_email value provided.");
        }
    }
}
