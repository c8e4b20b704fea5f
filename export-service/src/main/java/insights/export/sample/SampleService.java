package insights.export.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.mask.Mask;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.common.security.Roles;
import insights.export.audience.SegmentFlags;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import insights.export.definition.ExportAccess;
import insights.export.definition.ExportCheck;
import insights.export.definition.ExportService;
import insights.export.destination.Contact;
import insights.export.destination.ContactChange;
import insights.export.destination.DestinationType;
import insights.export.destination.Destinations;
import insights.export.matching.ContactMapper;
import insights.export.matching.FieldMatch;
import insights.export.matching.Mapped;
import insights.export.matching.RejectionReason;
import insights.export.schedule.Schedule;
import insights.export.segment.Member;
import insights.export.segment.MemberClient;
import insights.export.segment.MemberQuery;
import insights.export.segment.MemberStream;
import insights.export.segment.Segment;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes one contact as a run would, of an export as it is or as it may become (H3). */
@ApplicationScoped
class SampleService {

    private static final int MOST = 1_000;

    /** No export has it. */
    private static final UUID UNSAVED = new UUID(0, 0);

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ExportService exports;
    private final ExportAccess access;
    private final ExportCheck check;
    private final Destinations destinations;
    private final SegmentFlags flags;
    private final MemberClient members;
    private final SegmentClient segments;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    SampleService(
            ExportService exports,
            ExportAccess access,
            ExportCheck check,
            Destinations destinations,
            SegmentFlags flags,
            MemberClient members,
            SegmentClient segments,
            ObjectMapper json,
            Caller caller,
            Clock clock) {
        this.exports = exports;
        this.access = access;
        this.check = check;
        this.destinations = destinations;
        this.flags = flags;
        this.members = members;
        this.segments = segments;
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

    private Sample sample(Export export, DestinationType type) {
        ContactMapper mapper = new ContactMapper(type.fields(), export.dataMatching());
        Map<RejectionReason, Integer> rejected = new EnumMap<>(RejectionReason.class);
        try (MemberStream stream = members.open(new MemberQuery(export.segmentIds(), mapper.fields(), null))) {
            for (int looked = 1; looked <= MOST; looked++) {
                Optional<Member> member = stream.next();
                if (member.isEmpty()) {
                    return new Sample(null, List.of(), isMasked(), null, looked - 1, rejected);
                }
                // Whoever is not said not to have opted out may have.
                boolean optedOut = !Boolean.FALSE.equals(member.get().optedOut());
                switch (mapper.map(member.get().attributes(), optedOut)) {
                    case Mapped.Fit(Contact contact) -> {
                        return sample(export, type, member.get(), contact, looked, rejected);
                    }
                    case Mapped.Unfit unfit -> rejected.merge(unfit.reason(), 1, Integer::sum);
                }
            }
        }
        return new Sample(null, List.of(), isMasked(), null, MOST, rejected);
    }

    private Sample sample(
            Export export,
            DestinationType type,
            Member member,
            Contact contact,
            int looked,
            Map<RejectionReason, Integer> rejected) {
        // What a new flag is called in the end depends on what is there already; nobody asks for a sample.
        Set<String> set =
                export.audienceMode().isFlag() ? flags.of(export, type, Set::of).of(member.segments()) : Set.of();
        ContactChange change = new ContactChange(contact, null, set, Set.of(), export.notifyHooks());
        Map<String, Object> body = json.convertValue(type.show(change), OBJECT);
        List<Segment> in = member.segments().stream()
                .flatMap(segment -> segments.find(segment).stream())
                .toList();
        boolean masked = isMasked();
        return new Sample(masked ? Mask.of(body) : body, in, masked, member.profileId(), looked, rejected);
    }

    private boolean isMasked() {
        return !caller.is(Roles.ADMIN);
    }
}
