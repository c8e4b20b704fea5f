package insights.common.route;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** Which methods each path of the service takes. */
@ApplicationScoped
public class Routes {

    private volatile List<Route> known;

    /**
     * The methods of exactly this path, OPTIONS included, sorted; none for a path that is nobody's. Of {@code /exports/runs} and
     * {@code /exports/{id}} the former is meant by "/exports/runs".
     */
    public Set<String> methods(String path) {
        return find(path).map(Route::methods).orElse(Set.of());
    }

    /** The path with {@code {names}} in place of its values, as the description of the API has it, if it is somebody's. */
    public Optional<String> template(String path) {
        return find(path).map(Route::path);
    }

    private Optional<Route> find(String path) {
        if (path == null) {
            return Optional.empty();
        }
        List<String> segments = Route.segments(path);
        Route best = null;
        for (Route route : routes()) {
            if (route.matches(segments) && (best == null || route.isMoreExactThan(best))) {
                best = route;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What the framework knows is complete once the first request comes, and does not change. */
    private List<Route> routes() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    private static List<Route> read() {
        Map<String, Set<String>> methods = new TreeMap<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        methods.computeIfAbsent(path, none -> new TreeSet<>(Set.of("OPTIONS")))
                                .add(method);
                        if (method.equals("GET")) {
                            methods.get(path).add("HEAD");
                        }
                    }
                });
        List<Route> routes = new ArrayList<>();
        methods.forEach((template, names) -> routes.add(Route.of(template, names)));
        return List.copyOf(routes);
    }
}
