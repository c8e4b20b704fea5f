package insights.common.trace;

import insights.common.route.Routes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps personal data out of traces (D5): what people searched for is in the query of an address, and where they sit is
 * in theirs. The attributes stay, because a span cannot lose one; their values do not. Of a path stays its template: the id
 * of a profile may be an address.
 */
@ApplicationScoped
public class PrivateSpans implements SpanProcessor {

    private static final String LEFT_OUT = "-";

    private static final List<AttributeKey<String>> PRIVATE = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"),
            AttributeKey.stringKey("user_agent.original"));

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("url.full");

    private final Routes routes;

    PrivateSpans(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> attribute : PRIVATE) {
            if (span.getAttribute(attribute) != null) {
                span.setAttribute(attribute, LEFT_OUT);
            }
        }
        String path = span.getAttribute(PATH);
        if (path != null) {
            span.setAttribute(PATH, routes.template(path).orElse(LEFT_OUT));
        }
        String address = span.getAttribute(ADDRESS);
        if (address != null && address.indexOf('?') >= 0) {
            span.setAttribute(ADDRESS, address.substring(0, address.indexOf('?')));
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Attributes cannot be changed any more.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
