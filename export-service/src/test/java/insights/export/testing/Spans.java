package insights.export.testing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Spans of the service under test, while a test listens: those of a whole suite are far too many to keep. Whether they are sampled
 * is no matter, but told.
 */
@Singleton
public class Spans implements SpanProcessor {

    private volatile Heard heard;

    private record Heard(Queue<String> begun, Queue<SpanData> finished) {}

    /** From now on, and nothing of before: what another thread adds meanwhile goes to the one or the other. */
    public void listen() {
        heard = new Heard(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    }

    /** Forgets everything. */
    public void close() {
        heard = null;
    }

    public List<SpanData> finished() {
        return List.copyOf(heard.finished());
    }

    /** Those that began, with their flags: for the message of a test that misses one. */
    public List<String> begun() {
        return List.copyOf(heard.begun());
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        Heard now = heard;
        if (now != null) {
            now.begun().add(span.getName() + " " + span.getSpanContext());
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        Heard now = heard;
        if (now != null) {
            now.finished().add(span.toSpanData());
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
