package insights.export.delivery;

import insights.export.comparison.WorkRepository;
import insights.export.destination.ContactLists;
import insights.export.progress.Counts;
import insights.export.sending.Upsert;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets the first membership of a contact ride along with the request that creates or changes it, where the account takes that. No
 * answer says whether it did: the first request of an account tries it, lists are read back, and only what was seen counts. The
 * rest stays asked for and is joined one by one. Who was on the list before does not ride: so it is known whose membership it is.
 */
final class Riding {

    private final RidingAccounts accounts;
    private final RidingRepository repository;
    private final WorkRepository work;
    private final ListReading reading;
    private final long few;
    private final Map<UUID, Optional<ListReading.Boarded>> lists = new HashMap<>();
    private Map<UUID, Long> wanted;
    private RidingAccounts.Taken taken;
    private boolean tried;
    private long seenEarly;

    /** Of one run. @param few below so many memberships in a list nothing is saved by it */
    Riding(RidingAccounts accounts, RidingRepository repository, WorkRepository work, ListReading reading, long few) {
        this.accounts = accounts;
        this.repository = repository;
        this.work = work;
        this.reading = reading;
        this.few = few;
    }

    /** Whether it was seen that memberships ride along, of which there are enough now and then. */
    boolean isKnownToWork(Assignment assignment) {
        return assignment.byList() && taken(assignment) == RidingAccounts.Taken.YES;
    }

    /** The same contacts, some of them with the list that they ride along for, which is announced. */
    List<Upsert> aboard(Assignment assignment, List<Upsert> batch) {
        if (!assignment.byList() || taken(assignment) == RidingAccounts.Taken.NO) {
            return batch;
        }
        List<Upsert> seated =
                batch.stream().map(upsert -> seated(assignment, upsert)).toList();
        List<Upsert> riders =
                seated.stream().filter(upsert -> upsert.rides() != null).toList();
        if (riders.isEmpty() || taken == RidingAccounts.Taken.UNKNOWN && riders.size() < few) {
            return batch;
        }
        assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database -> RidingRepository.announce(database, assignment.exportId(), riders));
        tried = true;
        return seated;
    }

    /** Told that they were begun: as long as it is not known whether the account takes lists, nobody else is before it is. */
    void begun(Assignment assignment, Collection<Upsert> batch) {
        if (taken == RidingAccounts.Taken.UNKNOWN && batch.stream().anyMatch(upsert -> upsert.rides() != null)) {
            assignment.inFlight().awaitAll();
            seenEarly += settle(assignment, 0);
        }
    }

    /** Sees who is on the lists, by reading them where that is cheaper than asking for each; not if it was just seen that nobody is. */
    void settle(Assignment assignment) {
        if (assignment.destination().lists().mayRideAlong() && !(tried && taken == RidingAccounts.Taken.NO)) {
            long early = seenEarly;
            seenEarly = 0;
            if (early > 0) {
                assignment.run().commit(Counts.steps((int) early), database -> {});
            }
            settle(assignment, 1);
        }
    }

    private long settle(Assignment assignment, int stepsEach) {
        Map<UUID, Long> pending = repository.pending(assignment.runId(), assignment.exportId());
        Set<UUID> segments = new HashSet<>(pending.keySet());
        segments.addAll(lists.keySet());
        AtomicLong ours = new AtomicLong();
        AtomicLong lookedFor = new AtomicLong();
        AtomicLong seen = new AtomicLong();
        for (UUID segment : segments) {
            long asked = pending.getOrDefault(segment, 0L);
            long lookedForHere = asked + before(segment);
            if (lookedForHere >= few) {
                assignment.inFlight().begin(List.of("list " + segment), () -> {
                    reading.readBack(assignment, segment, lookedForHere, stepsEach)
                            .ifPresent(found -> {
                                lookedFor.addAndGet(asked);
                                ours.addAndGet(found.ours());
                                seen.addAndGet(found.all());
                            });
                });
            }
        }
        assignment.inFlight().awaitAll();
        if (tried && lookedFor.get() >= few) {
            remember(assignment, ours.get() > 0);
        }
        return seen.get();
    }

    /** How many are wanted on a list and were on it before. */
    private long before(UUID segment) {
        return lists.getOrDefault(segment, Optional.empty())
                .map(list -> list.before().size())
                .orElse(0);
    }

    private void remember(Assignment assignment, boolean works) {
        taken = works ? RidingAccounts.Taken.YES : RidingAccounts.Taken.NO;
        assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database ->
                                accounts.remember(database, assignment.export().connectionId(), works));
    }

    private Upsert seated(Assignment assignment, Upsert upsert) {
        for (UUID segment : upsert.joins()) {
            Optional<ListReading.Boarded> list = lists.computeIfAbsent(segment, id -> board(assignment, id));
            if (list.isPresent() && !list.get().before().contains(ByteBuffer.wrap(upsert.address()))) {
                return upsert.riding(segment, list.get().list());
            }
        }
        return upsert;
    }

    /** Empty when it costs less to ask for each. */
    private Optional<ListReading.Boarded> board(Assignment assignment, UUID segment) {
        if (wanted == null) {
            wanted = work.riders(assignment.runId(), assignment.exportId());
        }
        long riders = wanted.getOrDefault(segment, 0L);
        return riders < few ? Optional.empty() : reading.before(assignment, segment, riders);
    }

    private RidingAccounts.Taken taken(Assignment assignment) {
        if (taken == null) {
            ContactLists all = assignment.destination().lists();
            taken = all.mayRideAlong() ? accounts.taken(assignment.export().connectionId()) : RidingAccounts.Taken.NO;
        }
        return taken;
    }
}
