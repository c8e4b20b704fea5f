package insights.export.testing;

import insights.export.start.RunQueued;
import io.quarkus.arc.Arc;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker that can write no more, as if it had died: another one takes over half a second later, as after a lease that ran out,
 * so that what was in flight has come to its end.
 */
public final class LostLease {

    /** Goes on with which runs; those that nobody works on lose nothing. */
    public static final String SQL =
            "update run set epoch = epoch + 1, lease_until = clock_timestamp() - interval '500 milliseconds'"
                    + " where status = 'PROCESSING' and ";

    private static final long UNTIL_TAKEN_OVER = TimeUnit.MILLISECONDS.toNanos(520);

    private LostLease() {}

    /** This replica looks for work as soon as it may take over: its own look is up to a second later. To be called after the {@link #SQL}. */
    public static void takeOver() {
        Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(UNTIL_TAKEN_OVER);
            Arc.container().beanManager().getEvent().select(RunQueued.class).fire(new RunQueued());
        });
    }
}
