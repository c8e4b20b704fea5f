package insights.segment.definition;

import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.common.sql.Database;
import insights.segment.SegmentProblem;
import insights.segment.exports.ExportedSegments;
import insights.segment.exports.SegmentExports;
import insights.segment.exports.SendingExport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who uses a segment, and whether that leaves it to the caller who is in it. Whom exports over connections reach that are
 * not shared with contributors is for administrators to decide, whichever segments they are made of.
 */
@ApplicationScoped
public class SegmentUsers {

    private static final int NAMED = 3;

    private final SegmentRules rules;
    private final SegmentExports exports;
    private final Database database;
    private final Caller caller;

    SegmentUsers(SegmentRules rules, SegmentExports exports, Database database, Caller caller) {
        this.rules = rules;
        this.exports = exports;
        this.database = database;
        this.caller = caller;
    }

    /** The segment and all that are made of it; of those, whether export-service ever asked for any. */
    record Concerned(Set<UUID> segments, boolean exported) {}

    @Transactional
    Concerned concerned(UUID segment) {
        Set<UUID> segments = rules.madeOf(segment);
        return new Concerned(segments, database.transaction(connection -> ExportedSegments.any(connection, segments)));
    }

    /** The exports that send any of them; 503 when there may be some and export-service does not tell. */
    List<SendingExport> exports(Concerned concerned) {
        return concerned.exported() ? exports.sending(concerned.segments()) : List.of();
    }

    /**
     * Refuses where it is not for the caller to decide who is in the segment. Asks another service, so no transaction waits.
     *
     * @throws RuntimeException 403 {@code segment-not-shared}; 503 when that is not known
     */
    void requireMembersEdit(UUID segment) {
        if (caller.is(Roles.ADMIN)) {
            return;
        }
        List<SendingExport> foreign = foreign(exports(concerned(segment)));
        if (!foreign.isEmpty()) {
            throw Problem.builder(SegmentProblem.SEGMENT_NOT_SHARED, refusal(foreign))
                    .withUsedBy(foreign.stream().map(SendingExport::use).toList())
                    .build();
        }
    }

    /** Those of the exports that the caller may not work with. */
    List<SendingExport> foreign(List<SendingExport> sending) {
        return caller.is(Roles.ADMIN)
                ? List.of()
                : sending.stream().filter(export -> !export.isShared()).toList();
    }

    /** Why the caller may not change who is in a segment, and what they can do. */
    static String refusal(List<SendingExport> foreign) {
        String names = String.join(
                ", ",
                foreign.stream()
                        .limit(NAMED)
                        .map(export -> "\"%s\" over \"%s\""
                                .formatted(
                                        export.displayName(),
                                        export.connection().displayName()))
                        .toList());
        return "%s%s %s over a connection that is not shared with contributors, so an administrator decides who is in this segment. Ask one to make the change, or to share the connection; or duplicate the segment and edit the copy."
                .formatted(
                        names,
                        foreign.size() > NAMED ? " and %d more".formatted(foreign.size() - NAMED) : "",
                        foreign.size() == 1 ? "sends it" : "send it");
    }
}
