package insights.segment.member;

import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.common.sql.Database;
import insights.segment.SegmentProblem;
import insights.segment.erasure.ErasureKey;
import insights.segment.exports.ExportedSegments;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import insights.segment.optout.OptOutKeys;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams the members of segments. */
@ApplicationScoped
public class MemberService {

    /** Bytes of a page: enough to make the round trips cheap. */
    private static final long PAGE = 3 * 1024 * 1024;

    private static final long SMALLEST_PAGE = 128 * 1024;

    /**
     * Bytes of the pages of all streams together: each has one that is being sent, and one that was read ahead, for as long as its
     * reader likes.
     */
    private static final long PAGES = 24 * 1024 * 1024;

    private final AtomicInteger open = new AtomicInteger();
    private final MemberRepository members;
    private final FieldRepository fields;
    private final ErasureKey key;
    private final Database database;
    private final Caller caller;
    private final ExecutorService threads;

    MemberService(
            MemberRepository members,
            FieldRepository fields,
            ErasureKey key,
            Database database,
            Caller caller,
            @VirtualThreads ExecutorService threads) {
        this.members = members;
        this.fields = fields;
        this.key = key;
        this.database = database;
        this.caller = caller;
        this.threads = threads;
    }

    /** Checks what is asked for, and counts it. */
    MemberStream open(List<UUID> segmentIds, List<String> fieldNames, String optOutKeyOf, String after) {
        return database.transaction(connection -> {
            checkFields(connection, "fields", fieldNames);
            checkFields(connection, "optOutKeyOf", optOutKeyOf == null ? List.of() : List.of(optOutKeyOf));
            int refresh = members.latestRefresh(connection).orElse(0);
            Map<Integer, UUID> numbers = numbers(connection, refresh, segmentIds);
            if (caller.is(Roles.EXPORT_SERVICE)) {
                ExportedSegments.note(connection, segmentIds);
            }
            MemberQuery query = new MemberQuery(
                    refresh, numbers, fieldNames, fields.withRole(connection, FieldRole.EMAIL), optOutKeyOf, after);
            return new MemberStream(query, members.count(connection, query));
        });
    }

    /**
     * Writes all of it, one line each.
     *
     * @throws IOException when the reader is gone, or when there are not as many lines as were announced because profiles
     *     were removed meanwhile or two refreshes have come since
     */
    void write(MemberStream stream, OutputStream out) throws IOException {
        open.incrementAndGet();
        try {
            writeAll(stream, out);
        } finally {
            open.decrementAndGet();
        }
    }

    private void writeAll(MemberStream stream, OutputStream out) throws IOException {
        MemberLine line = new MemberLine(stream.query(), new OptOutKeys(key.fingerprints()));
        LineBuffer lines = new LineBuffer();
        Future<MemberPage> next = ahead(stream.query());
        long written = 0;
        MemberPage page;
        do {
            page = await(next);
            if (!page.end()) {
                next = ahead(stream.query().after(page.last()));
            }
            for (int i = 0; i < page.rows().size(); i++) {
                line.write(lines, page.rows().get(i), page.optedOut().get(i));
            }
            lines.writeTo(out);
            written += page.rows().size();
        } while (!page.end());
        if (written != stream.count()) {
            throw new IOException("the members changed while they were read");
        }
        out.flush();
    }

    /** Reads the next page while the one before it is sent. */
    private Future<MemberPage> ahead(MemberQuery query) {
        long size = pageSize(open.get());
        return threads.submit(() -> database.transaction(connection -> members.page(connection, query, size)));
    }

    static long pageSize(int streams) {
        return Math.clamp(PAGES / 2 / Math.max(streams, 1), SMALLEST_PAGE, PAGE);
    }

    private static MemberPage await(Future<MemberPage> page) throws IOException {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void checkFields(Connection connection, String parameter, List<String> names) throws SQLException {
        Set<String> known = fields.types(connection).keySet();
        List<FieldError> errors = names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new FieldError(parameter, "no profile has the field \"" + name + "\""))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.of(SegmentProblem.UNKNOWN_FIELD, "Ask for fields that GET /profiles/fields lists.", errors);
        }
    }

    /** The numbers of the segments, which must all have been part of the refresh. */
    private Map<Integer, UUID> numbers(Connection connection, int refresh, List<UUID> ids) throws SQLException {
        Map<UUID, MemberSegment> found = members.segments(connection, refresh, ids);
        Map<Integer, UUID> numbers = new HashMap<>();
        for (UUID id : ids) {
            MemberSegment segment = found.get(id);
            if (segment == null) {
                throw Problem.of(
                        SegmentProblem.UNKNOWN_SEGMENT,
                        "There is no segment " + id + "; choose from those that GET /segments lists.");
            }
            // At once, not from the next refresh on: whoever switches a segment off because it is wrong relies on that.
            if (!segment.active()) {
                throw Problem.of(
                        SegmentProblem.SEGMENT_INACTIVE,
                        "Segment " + id
                                + " is inactive, so that nobody gets its members and refreshes leave it out: activate it,"
                                + " and ask again after the next refresh.");
            }
            if (segment.failure() != null) {
                throw Problem.of(
                        SegmentProblem.SEGMENT_FAILED,
                        "The last refresh could not compute a segment. " + segment.failure() + " Then refresh.");
            }
            if (!segment.refreshed()) {
                throw Problem.of(
                        SegmentProblem.SEGMENT_NOT_REFRESHED,
                        "Segment " + id
                                + " was not part of the last refresh: start one with POST /refreshes, and ask again"
                                + " when it is successful.");
            }
            numbers.put(segment.number(), id);
        }
        return numbers;
    }
}
