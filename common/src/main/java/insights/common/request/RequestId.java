package insights.common.request;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The name of one request across all services: taken from the caller or made, echoed, logged and passed on. */
public final class RequestId {

    /** Header that carries it, in both directions. */
    public static final String HEADER = "X-Request-Id";

    /** Key in the logging context. */
    public static final String MDC_KEY = "requestId";

    private RequestId() {}

    /** The id of the request that this thread works for, if it works for one. */
    public static Optional<String> current() {
        if (Arc.container() == null || !Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        try (InstanceHandle<CurrentVertxRequest> request = Arc.container().instance(CurrentVertxRequest.class)) {
            RoutingContext context = request.get().getCurrent();
            return context == null ? Optional.empty() : Optional.ofNullable(context.get(MDC_KEY));
        }
    }
}
