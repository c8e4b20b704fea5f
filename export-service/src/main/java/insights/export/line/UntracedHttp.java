package insights.export.line;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.ws.rs.ext.ContextResolver;

/**
 * Keeps the HTTP client from making spans of its own for destinations, and from sending it our trace ids: its spans would
 * carry addresses with contacts in them. {@link RequestWatch} makes ours.
 */
public class UntracedHttp implements ContextResolver<HttpClientOptions> {

    @Override
    public HttpClientOptions getContext(Class<?> type) {
        return new HttpClientOptions().setTracingPolicy(TracingPolicy.IGNORE);
    }
}
