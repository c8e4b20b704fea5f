package insights.common.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives every request its {@link RequestId}, before anything else looks at the request. */
@ApplicationScoped
public class RequestIdFilter {

    /** What is accepted from a caller: nothing that could break a log line or a header. */
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE - 1;

    void register(@Observes Filters filters) {
        filters.register(RequestIdFilter::apply, BEFORE_ALL_OTHERS);
    }

    private static void apply(RoutingContext context) {
        String given = context.request().getHeader(RequestId.HEADER);
        String id = given != null && ACCEPTED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.put(RequestId.MDC_KEY, id);
        MDC.put(RequestId.MDC_KEY, id);
        context.response().putHeader(RequestId.HEADER, id);
        context.next();
    }
}
