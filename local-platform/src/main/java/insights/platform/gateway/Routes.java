package insights.platform.gateway;

import insights.platform.port.Port;
import io.vertx.core.http.impl.HttpUtils;
import java.util.Map;
import java.util.Optional;

/** Which service, or the console, answers which path. Nothing below {@code /internal} is here: those paths are between services. */
final class Routes {

    private static final Map<String, Port> BY_FIRST_SEGMENT = Map.ofEntries(
            Map.entry("connection-types", Port.DESTINATION_SERVICE),
            Map.entry("consent-texts", Port.DESTINATION_SERVICE),
            Map.entry("connections", Port.DESTINATION_SERVICE),
            Map.entry("profiles", Port.SEGMENT_SERVICE),
            Map.entry("profile-imports", Port.SEGMENT_SERVICE),
            Map.entry("segments", Port.SEGMENT_SERVICE),
            Map.entry("refreshes", Port.SEGMENT_SERVICE),
            Map.entry("exports", Port.EXPORT_SERVICE),
            Map.entry("runs", Port.EXPORT_SERVICE),
            Map.entry("hooks", Port.EXPORT_SERVICE),
            Map.entry("console", Port.CONSOLE));

    private static final Map<String, Port> DESCRIPTIONS = Map.of(
            "destination-service", Port.DESTINATION_SERVICE,
            "segment-service", Port.SEGMENT_SERVICE,
            "export-service", Port.EXPORT_SERVICE);

    private Routes() {}

    /** The service that has a path, if one has. */
    static Optional<Port> to(String path) {
        // As the services will read it: "/connections/../internal" is below /internal.
        String[] segments = HttpUtils.normalizePath(path).split("/", 4);
        if (segments.length == 3 && segments[1].equals("openapi")) {
            return Optional.ofNullable(DESCRIPTIONS.get(segments[2]));
        }
        return segments.length < 2 ? Optional.empty() : Optional.ofNullable(BY_FIRST_SEGMENT.get(segments[1]));
    }
}
