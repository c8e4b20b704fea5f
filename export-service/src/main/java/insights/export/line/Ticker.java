package insights.export.line;

import java.time.Duration;

/** Time that only goes forward, and waiting in it; a test puts its own in place. */
public interface Ticker {

    /** Nanoseconds since some fixed moment. */
    long nanos();

    /** Waits. An interrupt ends the wait early and stays set. */
    void sleep(Duration time);

    /** The time of this machine. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    };
}
