package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.destination.ListPage;
import insights.export.ledger.Fingerprints;
import insights.export.ledger.Memberships;
import insights.export.progress.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Reads who is on lists at the destination, a page at a time, where that is cheaper than asking for each. */
@ApplicationScoped
class ListReading {

    /** A list is read before, after the first request, and at the end. */
    private static final int READINGS = 3;

    private final RidingRepository repository;
    private final Memberships memberships;
    private final Fingerprints fingerprints;

    ListReading(RidingRepository repository, Memberships memberships, Fingerprints fingerprints) {
        this.repository = repository;
        this.memberships = memberships;
        this.fingerprints = fingerprints;
    }

    /** A list on which contacts can be put so, without those who were on it before. */
    record Boarded(String list, Set<ByteBuffer> before) {}

    /** Of those wanted on a list, who is there: by the doing of the export, and all. */
    record Seen(long ours, long all) {}

    /** Who of those who are to be put on a list is on it before. Empty when it costs less to ask for each. */
    Optional<Boarded> before(Assignment assignment, UUID segment, long riders) {
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

    /** Notes who is there of those who were asked for, or wanted. Empty when it was not worth reading. */
    Optional<Seen> readBack(Assignment assignment, UUID segment, long count, int stepsEach) {
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
                                    memberships.joined(database, assignment.exportId(), segment, asked);
                                    memberships.found(database, assignment.exportId(), segment, found);
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
}
