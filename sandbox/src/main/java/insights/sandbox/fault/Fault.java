package insights.sandbox.fault;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.function.LongSupplier;

/** A plan at work. */
public final class Fault {

    private final String id;
    private final FaultPlan plan;
    private final LongSupplier nanoTime;
    private final long madeAt;
    private final Random dice;
    private long spared;
    private long hits;

    Fault(String id, FaultPlan plan, LongSupplier nanoTime) {
        this.id = id;
        this.plan = plan;
        this.nanoTime = nanoTime;
        this.madeAt = nanoTime.getAsLong();
        this.dice = new Random(Objects.requireNonNullElse(plan.seed(), 0L));
    }

    public String id() {
        return id;
    }

    public FaultPlan plan() {
        return plan;
    }

    /** How many requests it has hit. */
    public synchronized long hits() {
        return hits;
    }

    /** Whether the request is carried out before it goes wrong. */
    public boolean isApplied() {
        return Objects.requireNonNullElseGet(
                plan.applied(), () -> plan.effect() == Effect.TRUNCATED || plan.effect() == Effect.NOT_JSON);
    }

    /** Whether it hits the request at hand; asked once a request. */
    synchronized boolean hits(String method, String path) {
        boolean hit = isFor(method, path) && isOpen() && !isSpent() && !spares() && diceFall();
        if (hit) {
            hits++;
        }
        return hit;
    }

    private boolean isFor(String method, String path) {
        return (plan.method() == null || plan.method().equals(method))
                && (plan.path() == null || plan.path().equals(path));
    }

    private boolean isOpen() {
        long age = Duration.ofNanos(nanoTime.getAsLong() - madeAt).toMillis();
        long from = Objects.requireNonNullElse(plan.fromMillis(), 0L);
        return age >= from && (plan.forMillis() == null || age < from + plan.forMillis());
    }

    private boolean isSpent() {
        return plan.next() != null && hits >= plan.next();
    }

    private boolean spares() {
        return plan.skip() != null && spared++ < plan.skip();
    }

    private boolean diceFall() {
        return plan.fraction() == null || dice.nextDouble() < plan.fraction();
    }
}
