package insights.export.run;

import insights.common.sql.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which runs to find: those that fit everything that is given. Its fields are looked up by name at the start. */
@RegisterForReflection
public class RunQuery {

    static final int MANY = 100;

    private static final String SENDING = " and export_id in (select e.id from export e where e.segment_ids && ?)";

    @Parameter(description = "One of these; may be repeated")
    @QueryParam("status")
    @Size(max = MANY)
    List<RunStatus> status;

    @Parameter(description = "Of one of these exports; may be repeated")
    @QueryParam("exportId")
    @Size(max = MANY)
    List<UUID> exportId;

    @Parameter(description = "Through one of these connections; may be repeated")
    @QueryParam("connectionId")
    @Size(max = MANY)
    List<UUID> connectionId;

    @Parameter(description = "Of exports that send one of these segments now; may be repeated")
    @QueryParam("segmentId")
    @Size(max = MANY)
    List<UUID> segmentId;

    @Parameter(description = "Set off by one of these; may be repeated")
    @QueryParam("trigger")
    @Size(max = MANY)
    List<RunTrigger> trigger;

    @Parameter(description = "Queued not before")
    @QueryParam("since")
    Instant since;

    @Parameter(description = "Queued before")
    @QueryParam("until")
    Instant until;

    /** @param statuses null or empty for all */
    static RunQuery of(UUID export, List<RunStatus> statuses) {
        RunQuery query = new RunQuery();
        query.exportId = List.of(export);
        query.status = statuses;
        return query;
    }

    Sql condition() {
        Sql sql = Sql.of("where true");
        sql = among(sql, "status", names(status));
        sql = among(sql, "trigger", names(trigger));
        sql = among(sql, "export_id", exportId == null ? null : exportId.toArray(UUID[]::new));
        sql = among(sql, "connection_id", connectionId == null ? null : connectionId.toArray(UUID[]::new));
        sql = segmentId == null || segmentId.isEmpty()
                ? sql
                : sql.then(SENDING, (Object) segmentId.toArray(UUID[]::new));
        sql = since == null ? sql : sql.then(" and queued_at >= ?", since);
        return until == null ? sql : sql.then(" and queued_at < ?", until);
    }

    private static String[] names(List<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Sql among(Sql sql, String column, Object[] values) {
        return values == null || values.length == 0 ? sql : sql.then(" and " + column + " = any (?)", (Object) values);
    }
}
