package insights.export.worker;

import insights.common.sql.Sql;
import insights.export.connection.Connection;
import insights.export.connection.ConnectionClient;
import insights.export.destination.Flow;
import insights.export.line.Ticker;
import insights.export.progress.Counts;
import insights.export.progress.Phase;
import insights.export.progress.Plan;
import insights.export.progress.WaitReason;
import insights.export.run.RunControl;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A run while this worker holds it. Before every request it knows that the lease is held, by the time since the last
 * renewal, and that the connection may still be used, from at most {@link WorkerConfig#lookAtConnection()} ago.
 */
final class ActiveRun implements RunControl {

    private final Claim claim;
    private final LeaseRepository leases;
    private final HeldRunRepository held;
    private final ConnectionClient connections;
    private final WorkerConfig config;
    private final Ticker ticker;
    private final AtomicLong requests = new AtomicLong();
    private final Wait wait;
    private final Executor threads;
    private final ReentrantLock looking = new ReentrantLock();
    private final ReentrantLock committing = new ReentrantLock(true);
    private volatile long renewed;
    private volatile boolean lost;
    private volatile boolean stopped;
    private volatile boolean progressed;
    private volatile boolean handOver;
    private volatile Flow flow = Flow.UNKNOWN;
    private long looked;
    private boolean hasLooked;
    private Plan plan;

    ActiveRun(
            Claim claim,
            long asked,
            LeaseRepository leases,
            HeldRunRepository held,
            ConnectionClient connections,
            WorkerConfig config,
            Ticker ticker,
            Executor threads) {
        this.claim = claim;
        this.leases = leases;
        this.held = held;
        this.connections = connections;
        this.config = config;
        this.ticker = ticker;
        this.renewed = asked;
        this.wait = new Wait(ticker);
        this.threads = threads;
    }

    /** Called from outside, a few times in the length of a lease. */
    void renew() {
        // Taken before: the lease counts from when the database heard of it, which is later.
        long now = ticker.nanos();
        // With it goes what would be lost with this worker: requests since the last commit, and what it waits for.
        long made = takeRequests();
        boolean held = false;
        try {
            held = leases.renew(claim, config.lease(), made, wait.told(), flow.slowedTo());
            if (held) {
                renewed = now;
            } else {
                lost = true;
            }
        } finally {
            requests.addAndGet(held ? 0 : made);
        }
    }

    /** Somebody ended it: there is nothing left to write, and no request to make. */
    void stopped() {
        stopped = true;
    }

    /** How often it has failed since it last got on. */
    int failures() {
        return progressed ? 0 : claim.failures();
    }

    /** Asks the work on it to end before the next request. */
    void handOver() {
        handOver = true;
    }

    /** Requests made since the last commit. */
    long takeRequests() {
        return requests.getAndSet(0);
    }

    @Override
    public UUID id() {
        return claim.run();
    }

    @Override
    public boolean removalsConfirmed() {
        return claim.confirmRemovals();
    }

    @Override
    public boolean growthConfirmed() {
        return claim.confirmGrowth();
    }

    @Override
    public boolean emptyingConfirmed() {
        return claim.confirmEmptying();
    }

    @Override
    public void check() {
        if (handOver) {
            throw new StopRunException(StopReason.HANDED_OVER, "This replica is shutting down.");
        }
        if (stopped) {
            throw new StopRunException(StopReason.STOPPED, "Somebody ended the run.");
        }
        lookAtConnection();
        if (lost || ticker.nanos() - renewed > config.lease().toNanos()) {
            throw new StopRunException(StopReason.LEASE_LOST, "Another worker may have taken over this run.");
        }
    }

    /** One looks for all. */
    private void lookAtConnection() {
        looking.lock();
        try {
            long now = ticker.nanos();
            if (!hasLooked || now - looked >= config.lookAtConnection().toNanos()) {
                look();
                looked = now;
                hasLooked = true;
            }
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        Optional<Connection> connection =
                asking(WaitReason.DESTINATION_SERVICE, () -> connections.find(claim.connection()));
        if (connection.isEmpty()) {
            throw new StopRunException(StopReason.CONNECTION_CLOSED, "The connection was removed.");
        }
        connection.get().obstacle().ifPresent(obstacle -> {
            throw new StopRunException(StopReason.CONNECTION_CLOSED, obstacle);
        });
    }

    @Override
    public void start(Runnable work) {
        threads.execute(work);
    }

    @Override
    public <T> T asking(WaitReason reason, Supplier<T> question) {
        Wait.Begun before = wait.begin(reason);
        try {
            return question.get();
        } finally {
            wait.backTo(before);
        }
    }

    @Override
    public void waits(WaitReason reason) {
        wait.begin(reason);
    }

    @Override
    public void goesOn() {
        wait.end();
    }

    @Override
    public void requested() {
        requests.incrementAndGet();
    }

    @Override
    public void flows(Flow flow) {
        this.flow = flow;
    }

    @Override
    public void phase(Phase phase, long total) {
        held.phase(claim, phase, total, phase == Phase.COMPARE ? null : plan);
        if (plan != null) {
            plan.begun(phase);
        }
    }

    @Override
    public void compared(Found found, Plan plan) {
        held.compared(claim, found);
        this.plan = plan;
    }

    @Override
    public void commit(Counts counts, Change change) {
        commit(counts, () -> held.commit(claim, counts, takeRequests(), change));
    }

    @Override
    public void commit(Counts counts, Sql change) {
        commit(counts, () -> held.commit(claim, counts, takeRequests(), change));
    }

    /** One at a time: they change one row, and whoever waited for it there would keep a connection from others. */
    private void commit(Counts counts, Runnable change) {
        committing.lock();
        try {
            change.run();
            progressed |= counts.isProgress();
        } finally {
            committing.unlock();
        }
    }
}
