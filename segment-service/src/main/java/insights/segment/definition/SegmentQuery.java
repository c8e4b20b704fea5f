package insights.segment.definition;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which segments to list: those that fit everything that is given. Its fields are looked up by name at the start. */
@RegisterForReflection
public class SegmentQuery {

    @Parameter(description = "Part of the display name, whatever the case")
    @QueryParam("q")
    @Size(max = 100)
    String text;

    @Parameter(description = "One of these; may be repeated. Those that are active take part in refreshes")
    @QueryParam("status")
    @Size(max = 10)
    List<SegmentStatus> status;

    @Parameter(description = "Of one of these; may be repeated")
    @QueryParam("kind")
    @Size(max = 10)
    List<SegmentKind> kind;

    /** The condition of HQL; what it needs goes into the map. */
    String condition(Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("true = true");
        if (text != null) {
            where.append(" and lower(displayName) like lower(:pattern) escape '!'");
            parameters.put("pattern", "%" + composed(text).replaceAll("[!%_]", "!$0") + "%");
        }
        if (status != null && !status.isEmpty()) {
            where.append(" and status in :status");
            parameters.put("status", status);
        }
        if (kind != null && !kind.isEmpty() && !kind.containsAll(List.of(SegmentKind.values()))) {
            where.append(kind.contains(SegmentKind.RULE) ? " and rule is not null" : " and rule is null");
        }
        return where.toString();
    }

    /** As names are kept. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
