package insights.export.connection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Several connections, as destination-service answers. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record Connections(List<Connection> items) {}
