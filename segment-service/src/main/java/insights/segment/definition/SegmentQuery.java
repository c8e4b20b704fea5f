package insights.segment.definition;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.text.Normalizer;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which segments to list: those that fit everything that is given. Its fields are looked up by name at the start. */
@RegisterForReflection
public class SegmentQuery {

    @Parameter(description = "Part of the display name, whatever the case")
    @QueryParam("q")
    @Size(max = 100)
    String text;

    @Parameter(description = "true: those that take part in refreshes; false: the others")
    @QueryParam("active")
    Boolean active;

    @QueryParam("kind")
    SegmentKind kind;

    /** The condition of HQL; what it needs goes into the map. */
    String condition(Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("true = true");
        if (text != null) {
            where.append(" and lower(displayName) like lower(:pattern) escape '!'");
            parameters.put("pattern", "%" + composed(text).replaceAll("[!%_]", "!$0") + "%");
        }
        if (active != null) {
            where.append(" and status = :status");
            parameters.put("status", active ? SegmentStatus.ACTIVE : SegmentStatus.INACTIVE);
        }
        if (kind != null) {
            where.append(kind == SegmentKind.RULE ? " and rule is not null" : " and rule is null");
        }
        return where.toString();
    }

    /** As names are kept. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
