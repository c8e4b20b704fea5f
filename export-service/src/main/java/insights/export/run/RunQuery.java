package insights.export.run;

import insights.common.sql.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which runs to find across exports. Its fields are looked up by name at the start. */
@RegisterForReflection
public class RunQuery extends RunFilter {

    private static final String SENDING = " and export_id in (select e.id from export e where e.segment_ids && ?)";

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

    @Override
    Sql condition() {
        Sql sql = super.condition();
        sql = among(sql, "export_id", ids(exportId));
        sql = among(sql, "connection_id", ids(connectionId));
        return segmentId == null || segmentId.isEmpty() ? sql : sql.then(SENDING, (Object) ids(segmentId));
    }

    private static UUID[] ids(List<UUID> values) {
        return values == null ? null : values.toArray(UUID[]::new);
    }
}
