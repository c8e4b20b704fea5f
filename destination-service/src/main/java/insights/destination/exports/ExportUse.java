package insights.destination.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import insights.common.problem.Use;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** An export that uses a connection. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportUse(UUID id, String displayName) {

    public Use use() {
        return new Use(Use.Kind.EXPORT, id, displayName, null);
    }
}
