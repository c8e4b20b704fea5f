package insights.sandbox.autopilot.api;

import java.util.List;
import java.util.Optional;

/** The whole of Autopilot's API, version 1, that clients use. */
public final class Routes {

    static final String PREFIX = "/v1";

    private static final List<Route> ALL = List.of(
            new Route("POST", "/contact", ContactOperations::upsert),
            new Route("GET", "/contact/{contact}", ContactOperations::get),
            new Route("DELETE", "/contact/{contact}", ContactOperations::delete),
            new Route("POST", "/contact/{contact}/unsubscribe", ContactOperations::unsubscribe),
            new Route("POST", "/contacts", ContactOperations::upsertAll),
            new Route("GET", "/contacts", ContactOperations::all),
            new Route("GET", "/contacts/custom_fields", ContactOperations::customFields),
            new Route("GET", "/contacts/{bookmark}", ContactOperations::all),
            new Route("GET", "/lists", ListOperations::all),
            new Route("POST", "/list", ListOperations::create),
            new Route("GET", "/list/{list}/contacts", ListOperations::contacts),
            new Route("GET", "/list/{list}/contacts/{bookmark}", ListOperations::contacts),
            new Route("GET", "/list/{list}/contact/{contact}", ListOperations::check),
            new Route("POST", "/list/{list}/contact/{contact}", ListOperations::add),
            new Route("DELETE", "/list/{list}/contact/{contact}", ListOperations::remove),
            new Route("GET", "/smart_segments", SegmentOperations::all),
            new Route("GET", "/smart_segments/{segment}/contacts", SegmentOperations::contacts),
            new Route("GET", "/smart_segments/{segment}/contacts/{bookmark}", SegmentOperations::contacts),
            new Route("GET", "/triggers", AccountOperations::triggers),
            new Route("POST", "/trigger/{trigger}/contact/{contact}", AccountOperations::trigger),
            new Route("GET", "/account", AccountOperations::account),
            new Route("POST", "/hook", HookOperations::register),
            new Route("DELETE", "/hook/{hook}", HookOperations::remove),
            new Route("GET", "/hooks", HookOperations::all),
            new Route("DELETE", "/hooks", HookOperations::removeAll));

    private Routes() {}

    /** @param arguments as they stand in the path, not decoded */
    record Match(Route route, List<String> arguments) {}

    /**
     * Whether there is such an operation.
     *
     * @param method null: any
     * @param path below {@code /v1}, with what its variables are called in braces; null: any
     */
    public static boolean exist(String method, String path) {
        return ALL.stream()
                .anyMatch(route -> (method == null || route.method().equals(method))
                        && (path == null || route.path().equals(path)));
    }

    static Optional<Match> find(String method, String rawPath) {
        if (!rawPath.startsWith(PREFIX + "/")) {
            return Optional.empty();
        }
        List<String> parts = RawPath.parts(rawPath.substring(PREFIX.length()));
        return ALL.stream()
                .flatMap(route -> route.match(method, parts).map(arguments -> new Match(route, arguments)).stream())
                .findFirst();
    }
}
