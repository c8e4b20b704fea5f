package insights.export.overview;

import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.export.audience.AudienceNames;
import insights.export.connection.Connection;
import insights.export.connection.ConnectionDirectory;
import insights.export.definition.Export;
import insights.export.definition.FieldConflicts;
import insights.export.run.Run;
import insights.export.run.RunRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts together what people see of exports: what is written here, and what their connections are called and how they are.
 * One question to destination-service and one to the database, however many exports; without an answer from there the
 * connections are told as unknown.
 */
@ApplicationScoped
class OverviewService {

    private final ConnectionDirectory connections;
    private final RunRepository runs;
    private final Caller caller;
    private final AudienceNames audiences;
    private final FieldConflicts conflicts;
    private final Clock clock;

    OverviewService(
            ConnectionDirectory connections,
            RunRepository runs,
            Caller caller,
            AudienceNames audiences,
            FieldConflicts conflicts,
            Clock clock) {
        this.connections = connections;
        this.runs = runs;
        this.caller = caller;
        this.audiences = audiences;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    ExportResponse of(Export export) {
        return of(List.of(export)).getFirst().whole(audiences.of(export), conflicts.of(export));
    }

    /** In the same order. */
    List<ExportResponse> of(List<Export> exports) {
        Set<UUID> used = exports.stream()
                .map(Export::connectionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        ConnectionDirectory.Found found = connections.look(used);
        Map<UUID, Run> last = runs.lastOf(exports.stream().map(Export::id).collect(Collectors.toSet()));
        Instant now = clock.instant();
        return exports.stream()
                .map(export -> ExportResponse.of(
                        export,
                        connection(export, found),
                        last.containsKey(export.id()) ? LastRun.of(last.get(export.id())) : null,
                        permissions(export, found),
                        now))
                .toList();
    }

    private static ExportConnection connection(Export export, ConnectionDirectory.Found found) {
        UUID id = export.connectionId();
        if (id == null) {
            return null;
        }
        Connection now = found.now().get(id);
        return now == null ? ExportConnection.unknown(id, found.before().get(id)) : ExportConnection.of(now);
    }

    /** As {@code ExportAccess} decides when it comes to it. */
    private List<ExportPermission> permissions(Export export, ConnectionDirectory.Found found) {
        boolean may = caller.is(Roles.ADMIN)
                || caller.is(Roles.CONTRIBUTOR)
                        && (export.connectionId() == null || found.isShared(export.connectionId()));
        if (!may) {
            return List.of();
        }
        return export.removing() ? List.of(ExportPermission.REMOVE) : List.of(ExportPermission.values());
    }
}
