package insights.export.use;

import insights.common.security.Roles;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What segment-service asks, once for all, when it lists segments. No ingress leads here. */
@Path("/internal/segments/export-counts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SEGMENT_SERVICE)
@RunOnVirtualThread
@Tag(name = "Internal")
public class InternalSegmentCountResource {

    private final Database database;

    InternalSegmentCountResource(Database database) {
        this.database = database;
    }

    /** Every segment that exports send, with their number. */
    @RegisterForReflection
    public record SegmentCounts(List<OfSegment> items) {}

    /** All that send a segment. */
    @RegisterForReflection
    public record OfSegment(UUID segmentId, int exportCount) {}

    @GET
    @Operation(operationId = "countExportsBySegment", summary = "How many exports send each segment")
    public SegmentCounts counts() {
        Sql sql = Sql.of("""
                select sent.id, count(*) from export cross join lateral unnest(segment_ids) as sent (id)
                where former_of is null group by sent.id""");
        return new SegmentCounts(database.transaction(connection ->
                Database.list(connection, sql, row -> new OfSegment(row.getObject(1, UUID.class), row.getInt(2)))));
    }
}
