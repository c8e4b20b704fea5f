package insights.destination.connection;

import insights.destination.type.ConnectionType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller sees of a connection, by role: administrators the whole, others the summary. */
@Schema(anyOf = {ConnectionResponse.class, ConnectionSummary.class})
public sealed interface ConnectionView permits ConnectionResponse, ConnectionSummary {

    UUID id();

    ConnectionType type();

    String displayName();
}
