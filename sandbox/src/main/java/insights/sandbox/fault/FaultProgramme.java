package insights.sandbox.fault;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The faults of one account, in the order of their making: the first that hits a request is the one it gets. */
public final class FaultProgramme {

    private final LongSupplier nanoTime;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();

    /** @param nanoTime a clock that never goes back, in nanoseconds */
    public FaultProgramme(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public Fault add(FaultPlan plan) {
        Fault fault = new Fault(Long.toString(lastId.incrementAndGet()), plan, nanoTime);
        faults.add(fault);
        return fault;
    }

    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /** @return whether there was such a fault */
    public boolean remove(String id) {
        return faults.removeIf(fault -> fault.id().equals(id));
    }

    public void clear() {
        faults.clear();
    }

    /** The fault that hits a request, if any. */
    public Optional<Fault> hitting(String method, String path) {
        return faults.stream()
                .filter(fault -> fault.plan().effect() != Effect.REFUSE_EMAIL && fault.hits(method, path))
                .findFirst();
    }

    /** Whether a fault refuses a contact of an upsert. */
    public boolean refuses(String email, String method, String path) {
        return faults.stream()
                .anyMatch(fault -> fault.plan().effect() == Effect.REFUSE_EMAIL
                        && fault.plan().email().equalsIgnoreCase(email)
                        && fault.hits(method, path));
    }
}
