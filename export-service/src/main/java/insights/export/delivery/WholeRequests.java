package insights.export.delivery;

import insights.export.matching.RejectionReason;
import insights.export.sending.Upsert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Cuts pieces so that requests are full: a request finds people either by their ids or by their addresses, and what does not fill
 * one waits for the next piece.
 */
final class WholeRequests {

    private final int size;
    private final Predicate<Upsert> byId;
    private final List<Upsert> known = new ArrayList<>();
    private final List<Upsert> others = new ArrayList<>();
    private long waitingSince = Long.MAX_VALUE;

    /** @param size people in one request. @param byId whether those are found by their ids who have one */
    WholeRequests(int size, boolean byId) {
        this.size = size;
        this.byId = upsert -> byId && upsert.change().contactId() != null;
    }

    /** What of a piece, and of those before it, fills requests. */
    UpsertReader.Piece whole(UpsertReader.Piece piece) {
        for (Upsert upsert : piece.upserts()) {
            (byId.test(upsert) ? known : others).add(upsert);
        }
        waitingSince = Math.min(waitingSince, piece.toldAt());
        List<Upsert> full = new ArrayList<>(piece.upserts().size());
        take(known, known.size() / size * size, full);
        take(others, others.size() / size * size, full);
        return piece(full, piece.missing());
    }

    /** What never filled one, the one kind after the other. @param toldAt when nothing waits */
    UpsertReader.Piece rest(long toldAt) {
        waitingSince = Math.min(waitingSince, toldAt);
        List<Upsert> rest = new ArrayList<>(size);
        List<Upsert> next = known.isEmpty() ? others : known;
        take(next, next.size(), rest);
        return piece(rest, Map.of());
    }

    private UpsertReader.Piece piece(List<Upsert> upserts, Map<String, RejectionReason> missing) {
        UpsertReader.Piece piece = new UpsertReader.Piece(upserts, missing, waitingSince);
        if (known.isEmpty() && others.isEmpty()) {
            waitingSince = Long.MAX_VALUE;
        }
        return piece;
    }

    private static void take(List<Upsert> waiting, int count, List<Upsert> into) {
        List<Upsert> first = waiting.subList(0, count);
        into.addAll(first);
        first.clear();
    }
}
