package insights.export.audience;

import insights.export.definition.Export;
import insights.export.destination.Destination;
import insights.export.destination.DestinationException;
import insights.export.progress.Counts;
import insights.export.run.RunControl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The lists at the destination as one run sees them: looked up once, and again only when an answer says otherwise. Several threads
 * may ask; one at a time is answered, so that no list is made twice.
 */
public final class RunLists {

    private final SegmentLists segments;
    private final Destination destination;
    private final UUID export;
    private final RunControl run;
    private final Map<UUID, Optional<String>> known = new HashMap<>();
    private final Set<String> confirmed = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private Map<String, String> titles;

    private record Named(String id, String title) {}

    public RunLists(SegmentLists segments, Destination destination, Export export, RunControl run) {
        this.segments = segments;
        this.destination = destination;
        this.export = export.id();
        this.run = run;
    }

    /** The list of a segment, if the export has used one. */
    public Optional<String> known(UUID segment) {
        return one(() -> own(segment));
    }

    private Optional<String> own(UUID segment) {
        return known.computeIfAbsent(segment, id -> segments.of(export, id).own());
    }

    /** The list of a segment, found or created when the export has not used one. */
    public String ensure(UUID segment) {
        return one(() -> own(segment).orElseGet(() -> make(segment)));
    }

    private String make(UUID segment) {
        SegmentLists.Lists used = segments.of(export, segment);
        Named list = used.shared()
                .map(id -> new Named(id, null))
                .orElseGet(() -> findOrCreate(segments.title(segment), used.others()));
        run.commit(Counts.steps(0), database -> SegmentLists.store(database, export, segment, list.id(), list.title()));
        known.put(segment, Optional.of(list.id()));
        return list.id();
    }

    /**
     * Whether the destination still has a list, after it said that something was not there. It is asked once a run for each
     * list: what is missing when the list is there is the contact.
     */
    public boolean isThere(String list) {
        return one(() -> look(list));
    }

    private boolean look(String list) {
        if (confirmed.contains(list)) {
            return true;
        }
        titles = destination.lists().titles();
        boolean there = titles.containsKey(list);
        if (there) {
            confirmed.add(list);
        } else {
            known.values().removeIf(used -> used.isPresent() && used.get().equals(list));
        }
        return there;
    }

    /** Looks first: a second list of the same name may be created without complaint. */
    private Named findOrCreate(String title, Set<String> ofOtherSegments) {
        String candidate = title;
        for (int number = 2; ; number++) {
            String name = candidate;
            String list = find(name, false).orElseGet(() -> create(name));
            if (!ofOtherSegments.contains(list)) {
                return new Named(list, name);
            }
            candidate = "%s (%d)".formatted(title, number);
        }
    }

    private String create(String title) {
        try {
            // Without an id somebody else created it in between, or it is there under a title that differs in case.
            return destination.lists().create(title).orElseGet(() -> again(title));
        } catch (DestinationException.Unavailable e) {
            // It may have been created all the same.
            return again(title);
        }
    }

    private String again(String title) {
        titles = null;
        return find(title, true)
                .orElseThrow(() -> new DestinationException.Unavailable("The destination creates no list"));
    }

    private Optional<String> find(String title, boolean anyCase) {
        if (titles == null) {
            titles = destination.lists().titles();
        }
        return titles.entrySet().stream()
                .filter(list -> anyCase
                        ? list.getValue().equalsIgnoreCase(title)
                        : list.getValue().equals(title))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private <T> T one(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
