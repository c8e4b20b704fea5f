package insights.console.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** The name of one request across all services: taken from the caller or made, passed on, and echoed. */
@ApplicationScoped
public class RequestId {

    /** Header that carries it, in both directions. */
    public static final String HEADER = "X-Request-Id";

    /** Before everything that may refuse a request. */
    private static final int FIRST = 1_000;

    /** What others may have chosen as a name; anything else is not repeated. */
    private static final String PLAIN = "[\\w.:-]{1,100}";

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    String given = context.request().getHeader(HEADER);
                    String id = given != null && given.matches(PLAIN)
                            ? given
                            : UUID.randomUUID().toString();
                    context.put(HEADER, id);
                    context.response().putHeader(HEADER, id);
                    context.next();
                },
                FIRST);
    }

    /** The id of a request. */
    public static String of(RoutingContext context) {
        return context.get(HEADER);
    }
}
