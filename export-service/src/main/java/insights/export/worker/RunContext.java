package insights.export.worker;

import insights.common.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.MDC;

/**
 * What surrounds the work on a run, as a request surrounds what it asks for: log lines name the run, and everything done
 * is in the trace of whoever set it off, also after another replica has taken over. Quarkus keeps both in a Vert.x context.
 */
@ApplicationScoped
class RunContext {

    private static final String RUN = "runId";

    private final Vertx vertx;
    private final Tracer tracer;
    private final HeldRunRepository held;

    RunContext(Vertx vertx, Tracer tracer, HeldRunRepository held) {
        this.vertx = vertx;
        this.tracer = tracer;
        this.held = held;
    }

    /** Does the work on this thread. */
    void in(Claim claim, Runnable work) {
        dispatch(() -> traced(claim, work));
    }

    /** Begins work that belongs to what this thread does on a run, on a thread of its own. */
    void start(Claim claim, Runnable work) {
        Runnable traced = io.opentelemetry.context.Context.current().wrap(work);
        Thread.startVirtualThread(() -> dispatch(() -> {
            MDC.put(RUN, claim.run().toString());
            try {
                traced.run();
            } finally {
                MDC.remove(RUN);
            }
        }));
    }

    private void dispatch(Runnable work) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        ((ContextInternal) context).dispatch(work::run);
    }

    private void traced(Claim claim, Runnable work) {
        Span span = tracer.spanBuilder("run")
                .setParent(TraceParent.parse(claim.traceParent()))
                .setAttribute("insights.run", claim.run().toString())
                .setAttribute("insights.export", claim.export().toString())
                .setAttribute("insights.connection", claim.connection().toString())
                .setAttribute("insights.claim", claim.epoch())
                .startSpan();
        MDC.put(RUN, claim.run().toString());
        try {
            io.opentelemetry.context.Context.current()
                    .with(span)
                    .wrap(() -> begun(claim, work))
                    .run();
        } finally {
            MDC.remove(RUN);
            span.end();
        }
    }

    private void begun(Claim claim, Runnable work) {
        if (claim.traceParent() == null) {
            TraceParent.current().ifPresent(parent -> held.traced(claim, parent));
        }
        work.run();
    }
}
