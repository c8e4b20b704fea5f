package insights.export.feed;

import insights.export.run.Run;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Somebody who watches a run. */
final class RunWatcher {

    private final UUID run;
    private final MultiEmitter<? super Run> emitter;
    private final Instant until;
    private final Duration heartbeat;
    private Run told;
    private Instant toldAt;

    RunWatcher(UUID run, MultiEmitter<? super Run> emitter, Instant until, Duration heartbeat) {
        this.run = run;
        this.emitter = emitter;
        this.until = until;
        this.heartbeat = heartbeat;
    }

    UUID run() {
        return run;
    }

    /** Tells what is new, or the same again after a while, so that nobody in between takes the stream for dead. */
    synchronized void tell(Run now, Instant at) {
        if (now == null) {
            end();
            return;
        }
        if (!now.equals(told) || !at.isBefore(toldAt.plus(heartbeat))) {
            emitter.emit(now);
            told = now;
            toldAt = at;
        }
        if (now.status().isFinal() || !at.isBefore(until)) {
            end();
        }
    }

    void end() {
        emitter.complete();
    }
}
