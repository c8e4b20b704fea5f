package insights.export.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.mask.Mask;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.common.security.Roles;
import insights.common.sql.Database;
import insights.export.audience.SegmentFlags;
import insights.export.comparison.Comparer;
import insights.export.comparison.Comparison;
import insights.export.comparison.MemberMapping;
import insights.export.comparison.Wanted;
import insights.export.comparison.WorkRepository;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import insights.export.definition.ExportAccess;
import insights.export.definition.ExportCheck;
import insights.export.definition.ExportService;
import insights.export.destination.Contact;
import insights.export.destination.ContactChange;
import insights.export.destination.DestinationType;
import insights.export.destination.Destinations;
import insights.export.ledger.Fingerprints;
import insights.export.matching.FieldMatch;
import insights.export.matching.Mapped;
import insights.export.matching.RejectionReason;
import insights.export.preview.PreviewControl;
import insights.export.run.StopRunException;
import insights.export.schedule.Schedule;
import insights.export.segment.MemberClient;
import insights.export.segment.Segment;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Makes one contact as a run would, of an export as it is or as it may become (H3). */
@ApplicationScoped
class SampleService {

    /** No export has it. */
    private static final UUID UNSAVED = new UUID(0, 0);

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ExportService exports;
    private final ExportAccess access;
    private final ExportCheck check;
    private final Destinations destinations;
    private final SegmentFlags flags;
    private final Comparer comparer;
    private final WorkRepository work;
    private final MemberClient members;
    private final Fingerprints fingerprints;
    private final SegmentClient segments;
    private final Database database;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    SampleService(
            ExportService exports,
            ExportAccess access,
            ExportCheck check,
            Destinations destinations,
            SegmentFlags flags,
            Comparer comparer,
            WorkRepository work,
            MemberClient members,
            Fingerprints fingerprints,
            SegmentClient segments,
            Database database,
            ObjectMapper json,
            Caller caller,
            Clock clock) {
        this.exports = exports;
        this.access = access;
        this.check = check;
        this.destinations = destinations;
        this.flags = flags;
        this.comparer = comparer;
        this.work = work;
        this.members = members;
        this.fingerprints = fingerprints;
        this.segments = segments;
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** Of an export as it is. */
    Sample of(UUID id) {
        Export export = exports.get(id);
        Optional<Connection> connection = access.requireEdit(export);
        return sample(
                export,
                destinations.of(
                        connection,
                        export.dataMatching().stream().map(FieldMatch::target).toList()));
    }

    /** Of an export that is not saved; checked like one. */
    Sample of(SampleRequest request) {
        Connection connection = access.requireConnection(request.connectionId());
        DestinationType type = check.destination(
                Optional.of(connection), request.dataMatching(), request.optOutField(), request.audienceMode());
        check.segments(request.segmentIds());
        Instant now = clock.instant();
        Person by = Person.of(caller);
        Export export = new Export(
                UNSAVED,
                "",
                request.connectionId(),
                List.copyOf(new LinkedHashSet<>(request.segmentIds())),
                request.dataMatching(),
                request.optOutField(),
                request.audienceMode() == null ? type.audienceModes().getFirst() : request.audienceMode(),
                Boolean.TRUE.equals(request.notifyHooks()),
                false,
                false,
                Schedule.DEFAULT,
                0,
                now,
                by,
                now,
                by);
        return sample(export, type);
    }

    /** As a run finds out what to send: whoever else has the address belongs to the contact too. */
    private Sample sample(Export export, DestinationType type) {
        boolean byList = !export.audienceMode().isFlag();
        try (PreviewControl control = PreviewControl.begin(database)) {
            Comparison comparison = comparer.compare(export, type.fields(), control);
            return work.first(control.id(), export.id(), byList)
                    .map(wanted -> sample(export, type, wanted, work.rejectedBefore(control.id(), wanted.profileId())))
                    .orElseGet(() -> nobody(comparison.profiles(), work.rejected(control.id())));
        } catch (StopRunException stop) {
            throw Problem.of(CommonProblem.CONFLICT, stop.getMessage());
        }
    }

    private Sample nobody(long looked, Map<RejectionReason, Long> rejected) {
        return new Sample(null, List.of(), isMasked(), null, looked, rejected);
    }

    private Sample sample(
            Export export, DestinationType type, Wanted wanted, Map<RejectionReason, Long> rejectedBefore) {
        MemberMapping mapping = new MemberMapping(type.fields(), export, List.of(), fingerprints);
        Map<String, JsonNode> attributes = members.lookUp(List.of(wanted.profileId()), mapping.fields())
                .getOrDefault(wanted.profileId(), Map.of());
        long looked =
                rejectedBefore.values().stream().mapToLong(Long::longValue).sum() + 1;
        if (!(mapping.map(attributes) instanceof Mapped.Fit(Contact contact))) {
            // It has changed in between.
            Map<RejectionReason, Long> rejected = new TreeMap<>(rejectedBefore);
            rejected.put(RejectionReason.CHANGED_MEANWHILE, 1L);
            return nobody(looked, rejected);
        }
        // What a new flag is called in the end depends on what is there already; nobody asks for a sample.
        ContactChange change = wanted.change(contact, mapping, export, flags.of(export, type, Set::of));
        Map<String, Object> body = json.convertValue(type.show(change), OBJECT);
        List<Segment> in = wanted.segments().stream()
                .flatMap(segment -> segments.find(segment).stream())
                .toList();
        boolean masked = isMasked();
        return new Sample(masked ? Mask.of(body) : body, in, masked, wanted.profileId(), looked, rejectedBefore);
    }

    private boolean isMasked() {
        return !caller.is(Roles.ADMIN);
    }
}
