package insights.destination.connection;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller sees of a connection, by role. */
@Schema(oneOf = {ConnectionResponse.class, ConnectionSummary.class})
public sealed interface ConnectionView permits ConnectionResponse, ConnectionSummary {

    UUID id();

    String displayName();
}
