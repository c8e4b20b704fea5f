package insights.export.overview;

import insights.export.definition.ExportFilter;
import insights.export.run.RunStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which exports to list: those that fit everything that is given. Its fields are looked up by name at the start. */
@RegisterForReflection
public class ExportQuery {

    private static final int MANY = 100;

    @Parameter(description = "Part of the display name, whatever the case")
    @QueryParam("q")
    String text;

    @Parameter(description = "With one of these connections; may be repeated")
    @QueryParam("connectionId")
    @Size(max = MANY)
    List<UUID> connectionId;

    @Parameter(description = "With one of these segments; may be repeated")
    @QueryParam("segmentId")
    @Size(max = MANY)
    List<UUID> segmentId;

    @Parameter(description = "Whose last run has one of these; may be repeated")
    @QueryParam("status")
    @Size(max = MANY)
    List<RunStatus> status;

    @Parameter(
            description =
                    "true: those that run by themselves, with a connection and a schedule that is not OFF; false: the"
                            + " others")
    @QueryParam("active")
    Boolean active;

    ExportFilter filter() {
        return new ExportFilter(
                text,
                orNone(connectionId),
                orNone(segmentId),
                orNone(status).stream().map(RunStatus::name).toList(),
                active);
    }

    private static <T> List<T> orNone(List<T> values) {
        return values == null ? List.of() : values;
    }
}
