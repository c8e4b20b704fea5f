package insights.common.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where work belongs in a trace, as text that can be sent or stored (W3C Trace Context, {@code traceparent}). */
public final class TraceParent {

    /** Header that carries it. */
    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> TEXT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public String get(String carrier, String key) {
            return HEADER.equals(key) ? carrier : null;
        }
    };

    private TraceParent() {}

    /** Of what this thread does, if that is traced. */
    public static Optional<String> current() {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, Map::put);
        return Optional.ofNullable(headers.get(HEADER));
    }

    /** To continue below; the root when the text is null or not understood. */
    public static Context parse(String text) {
        return text == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), text, TEXT);
    }
}
