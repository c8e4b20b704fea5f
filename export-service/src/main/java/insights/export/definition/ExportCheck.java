package insights.export.definition;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.export.ExportProblem;
import insights.export.connection.Connection;
import insights.export.connection.CustomFields;
import insights.export.destination.AudienceMode;
import insights.export.destination.DestinationType;
import insights.export.destination.Destinations;
import insights.export.matching.DataMatching;
import insights.export.matching.FieldMatch;
import insights.export.matching.MovedMatching;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether what an export names exists, fits, and is not too much. Each failure is a problem with pointers. */
@ApplicationScoped
public class ExportCheck {

    private final SegmentClient segments;
    private final SizeLimit size;
    private final ExportRepository exports;
    private final Destinations destinations;
    private final CustomFields fields;

    ExportCheck(
            SegmentClient segments,
            SizeLimit size,
            ExportRepository exports,
            Destinations destinations,
            CustomFields fields) {
        this.fields = fields;
        this.segments = segments;
        this.size = size;
        this.exports = exports;
        this.destinations = destinations;
    }

    /** Its segments exist, and all exports of the connection together are not too big (F4). */
    void audience(UUID connection, UUID export, List<UUID> segmentIds) {
        segments(segmentIds);
        size.require(connection, export, segmentIds);
    }

    /** All of them exist. */
    public void segments(List<UUID> segmentIds) {
        List<FieldError> unknown = new ArrayList<>();
        for (int i = 0; i < segmentIds.size(); i++) {
            if (segments.find(segmentIds.get(i)).isEmpty()) {
                unknown.add(new FieldError("/segmentIds/" + i, "there is no segment of this id"));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.of(
                    ExportProblem.UNKNOWN_SEGMENT,
                    "Choose segments that GET /segments of segment-service lists.",
                    unknown);
        }
    }

    /**
     * Its fields and its way to show audiences are those of the destination.
     *
     * @param connection empty while the export is detached: then it is what the fields say
     * @param mode null for the one that an export gets which does not choose
     * @return the kind of destination
     */
    public DestinationType destination(
            Optional<Connection> connection, List<FieldMatch> dataMatching, String optOutField, AudienceMode mode) {
        DestinationType type = destinations.of(
                connection, dataMatching.stream().map(FieldMatch::target).toList());
        DataMatching.check(type.fields(), dataMatching, optOutField, segments.fields());
        connection.ifPresent(there -> flags(there.id(), dataMatching));
        mode(type, mode);
        return type;
    }

    /**
     * What an export is like at a connection that it is to be attached to: as it is asked for, else as it was, else, where that
     * is of another kind, moved there.
     *
     * @param before as it was when it left that connection; empty when it was never there
     */
    Placement placement(Connection connection, Export export, Attachment asked, Optional<Export> before) {
        DestinationType type = destinations.of(connection.type());
        List<FieldMatch> matches =
                asked.dataMatching() != null ? asked.dataMatching() : moved(connection, type, export, before);
        AudienceMode mode = asked.audienceMode() != null ? asked.audienceMode() : mode(type, export, before);
        if (asked.dataMatching() != null) {
            DataMatching.check(type.fields(), matches, export.optOutField(), segments.fields());
        }
        flags(connection.id(), matches);
        mode(type, mode);
        return new Placement(matches, mode);
    }

    /** How an export is at a destination. */
    record Placement(List<FieldMatch> dataMatching, AudienceMode audienceMode) {}

    private static AudienceMode mode(DestinationType type, Export export, Optional<Export> before) {
        return Stream.concat(Stream.of(export), before.stream())
                .map(Export::audienceMode)
                .filter(type.audienceModes()::contains)
                .findFirst()
                .orElse(type.audienceModes().getFirst());
    }

    private List<FieldMatch> moved(
            Connection connection, DestinationType type, Export export, Optional<Export> before) {
        List<String> targets =
                export.dataMatching().stream().map(FieldMatch::target).toList();
        if (targets.stream().allMatch(target -> type.fields().find(target).isPresent())) {
            return export.dataMatching();
        }
        MovedMatching moved = MovedMatching.of(
                destinations.of(Optional.empty(), targets).fields(),
                new MovedMatching.Destination(
                        type.fields(),
                        before.map(Export::dataMatching).orElse(List.of()),
                        fields.of(connection.id()).orElse(List.of())),
                export.dataMatching(),
                segments.fields());
        if (!moved.without().isEmpty()) {
            throw Problem.of(
                    ExportProblem.INVALID_DATA_MATCHING,
                    "The data matching was made for another destination, and %s has not all of its fields. Send the dataMatching that the export is to have there."
                            .formatted(type.name()),
                    moved.without().stream()
                            .map(match -> new FieldError(
                                    "/dataMatching",
                                    "needs to say what becomes of %s, which %s fills: another field, or none"
                                            .formatted(match.target(), match.field())))
                            .toList());
        }
        return moved.dataMatching();
    }

    private static void mode(DestinationType type, AudienceMode mode) {
        if (mode != null && !type.audienceModes().contains(mode)) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Choose a way to show audiences that there is at " + type.name() + ".",
                    List.of(new FieldError(
                            "/audienceMode",
                            type.name() + " has "
                                    + type.audienceModes().stream()
                                            .map(AudienceMode::name)
                                            .collect(Collectors.joining(" and "))
                                    + ", not " + mode)));
        }
    }

    /** A field that stands for a segment at the connection would be filled by two: the one would undo the other. */
    private void flags(UUID connection, List<FieldMatch> dataMatching) {
        Set<String> taken = exports.flags(connection);
        List<FieldError> wrong = IntStream.range(0, dataMatching.size())
                .filter(i -> taken.contains(dataMatching.get(i).target().toLowerCase(Locale.ROOT)))
                .mapToObj(i -> new FieldError(
                        "/dataMatching/" + i + "/target",
                        "stands for a segment at this connection; choose another name"))
                .toList();
        if (!wrong.isEmpty()) {
            throw Problem.of(
                    ExportProblem.INVALID_DATA_MATCHING, "Correct the lines of the data matching under errors.", wrong);
        }
    }
}
