package insights.export.segment;

import io.opentelemetry.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Reads the next piece of work while the present one is done, one piece ahead.
 *
 * @param <T> a piece
 */
public final class ReadAhead<T> {

    private final Supplier<T> reader;
    private final Executor threads;
    private CompletableFuture<T> next;

    public ReadAhead(Supplier<T> reader, Executor threads) {
        this.reader = reader;
        this.threads = threads;
        read();
    }

    /** The next piece; what the reader throws is thrown here. */
    public T next() {
        T piece;
        try {
            piece = next.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        read();
        return piece;
    }

    private void read() {
        next = CompletableFuture.supplyAsync(reader, Context.current().wrap(threads));
    }
}
