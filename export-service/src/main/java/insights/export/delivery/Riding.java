package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.destination.ContactLists;
import insights.export.destination.ListPage;
import insights.export.ledger.Fingerprints;
import insights.export.ledger.Ledger;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Lets the first membership of a contact ride along with the request that creates or changes it, where the account takes that. No
 * answer says whether it did: the first request of an account tries it, lists are read back, and only what was seen counts. The
 * rest stays asked for and is joined one by one. Who was on the list before does not ride: so it is known whose membership it is.
 */
final class Riding {

    /** A list is read before, after the first request, and at the end. */
    private static final int READINGS = 3;

    private final RidingRepository repository;
    private final WorkRepository work;
    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final long few;
    private final Map<UUID, Optional<Boarded>> lists = new HashMap<>();
    private Map<UUID, Long> wanted;
    private RidingRepository.Taken taken;
    private boolean tried;
    private long seenEarly;

    /** A list on which contacts can be put so, without those who were on it before. */
    private record Boarded(String list, Set<ByteBuffer> before) {}

    /** Of one run. @param few below so many memberships in a list nothing is saved by it */
    Riding(RidingRepository repository, WorkRepository work, Ledger ledger, Fingerprints fingerprints, long few) {
        this.few = few;
        this.repository = repository;
        this.work = work;
        this.ledger = ledger;
        this.fingerprints = fingerprints;
    }

    /** Whether it was seen that memberships ride along, of which there are enough now and then. */
    boolean isKnownToWork(Assignment assignment) {
        return assignment.byList() && taken(assignment) == RidingRepository.Taken.YES;
    }

    /** The same contacts, some of them with the list that they ride along for, which is announced. */
    List<Upsert> aboard(Assignment assignment, List<Upsert> batch) {
        if (!assignment.byList() || taken(assignment) == RidingRepository.Taken.NO) {
            return batch;
        }
        List<Upsert> seated =
                batch.stream().map(upsert -> seated(assignment, upsert)).toList();
        List<Upsert> riders =
                seated.stream().filter(upsert -> upsert.rides() != null).toList();
        if (riders.isEmpty() || taken == RidingRepository.Taken.UNKNOWN && riders.size() < few) {
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
        if (taken == RidingRepository.Taken.UNKNOWN && batch.stream().anyMatch(upsert -> upsert.rides() != null)) {
            assignment.inFlight().awaitAll();
            seenEarly += settle(assignment, 0);
        }
    }

    /** Sees who is on the lists, by reading them where that is cheaper than asking for each; not if it was just seen that nobody is. */
    void settle(Assignment assignment) {
        if (assignment.destination().lists().mayRideAlong() && !(tried && taken == RidingRepository.Taken.NO)) {
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
                    readBack(assignment, segment, lookedForHere, stepsEach).ifPresent(found -> {
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

    /** Of those wanted on a list, who is there: by the doing of the export, and all. */
    private record Seen(long ours, long all) {}

    private void remember(Assignment assignment, boolean works) {
        taken = works ? RidingRepository.Taken.YES : RidingRepository.Taken.NO;
        assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database -> repository.remember(
                                database, assignment.export().connectionId(), works));
    }

    /** Empty when it was not worth reading. */
    private Optional<Seen> readBack(Assignment assignment, UUID segment, long count, int stepsEach) {
        long ours = 0;
        long all = 0;
        Optional<String> list = assignment.lists().known(segment);
        String bookmark = null;
        do {
            Optional<ListPage> page = list.flatMap(pageAt(assignment, bookmark));
            if (page.isEmpty() || bookmark == null && pages(page.get()) > count) {
                return Optional.empty();
            }
            Map<Boolean, List<byte[]>> there = repository.there(assignment, segment, ids(page.get()));
            List<byte[]> asked = there.getOrDefault(true, List.of());
            List<byte[]> found = there.getOrDefault(false, List.of());
            if (!there.isEmpty()) {
                assignment
                        .run()
                        .commit(
                                new Counts((asked.size() + found.size()) * stepsEach, 0, asked.size(), 0, 0, 0),
                                database -> {
                                    ledger.joined(database, assignment.exportId(), segment, asked);
                                    ledger.found(database, assignment.exportId(), segment, found);
                                });
            }
            ours += asked.size();
            all += asked.size() + found.size();
            bookmark = page.get().next();
        } while (bookmark != null);
        return Optional.of(new Seen(ours, all));
    }

    private static Function<String, Optional<ListPage>> pageAt(Assignment assignment, String bookmark) {
        return list -> assignment.destination().lists().page(list, bookmark);
    }

    private Upsert seated(Assignment assignment, Upsert upsert) {
        for (UUID segment : upsert.joins()) {
            Optional<Boarded> list = lists.computeIfAbsent(segment, id -> board(assignment, id));
            if (list.isPresent() && !list.get().before().contains(ByteBuffer.wrap(upsert.address()))) {
                return upsert.riding(segment, list.get().list());
            }
        }
        return upsert;
    }

    /** Empty when it costs less to ask for each. */
    private Optional<Boarded> board(Assignment assignment, UUID segment) {
        if (wanted == null) {
            wanted = work.riders(assignment.runId(), assignment.exportId());
        }
        long riders = wanted.getOrDefault(segment, 0L);
        if (riders < few) {
            return Optional.empty();
        }
        String list = assignment.lists().ensure(segment);
        Set<ByteBuffer> before = new HashSet<>();
        String bookmark = null;
        do {
            Optional<ListPage> page = pageAt(assignment, bookmark).apply(list);
            if (page.isEmpty()
                    || bookmark == null
                            && READINGS * pages(page.get())
                                            + riders / assignment.type().maxContacts()
                                    >= riders) {
                return Optional.empty();
            }
            repository
                    .onIt(assignment, segment, addresses(page.get()), ids(page.get()))
                    .forEach(address -> before.add(ByteBuffer.wrap(address)));
            bookmark = page.get().next();
        } while (bookmark != null);
        return Optional.of(new Boarded(list, before));
    }

    private static long pages(ListPage page) {
        return Math.ceilDiv(page.total(), Math.max(1, page.contacts().size()));
    }

    private static List<String> ids(ListPage page) {
        return page.contacts().stream().map(ListPage.Listed::contactId).toList();
    }

    private List<byte[]> addresses(ListPage page) {
        return page.contacts().stream()
                .map(ListPage.Listed::email)
                .filter(Objects::nonNull)
                .flatMap(email -> EmailAddress.parse(email).stream())
                .map(fingerprints::of)
                .toList();
    }

    private RidingRepository.Taken taken(Assignment assignment) {
        if (taken == null) {
            ContactLists all = assignment.destination().lists();
            taken = all.mayRideAlong()
                    ? repository.taken(assignment.export().connectionId())
                    : RidingRepository.Taken.NO;
        }
        return taken;
    }
}
