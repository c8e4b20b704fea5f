package insights.segment.audit;

import insights.common.audit.AuditCsv;
import insights.common.audit.AuditEvents;
import insights.common.audit.AuditLog;
import insights.segment.erasure.ErasureKey;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Who did what to segments, refreshes and their schedule, imports and profiles. A profile is in the trail by a keyed hash, which
 * says nothing of a person who was erased; who has its id finds what was done to it all the same.
 */
@Path("/segments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditEventResource extends AuditEvents {

    private final ErasureKey key;

    AuditEventResource(AuditLog audit, AuditCsv csv, ErasureKey key) {
        super(audit, csv, SegmentAction.values());
        this.key = key;
    }

    @Override
    protected List<String> names(String target) {
        return List.of(target, HexFormat.of().formatHex(key.fingerprints().ofId(target)));
    }
}
