package insights.platform.services;

import insights.platform.port.Port;
import insights.platform.postgres.Database;
import java.util.Set;

/** One of our services. The folder it is built in is named like it, and so is its identity. */
public enum Service {
    DESTINATION(
            "destination-service",
            Port.DESTINATION_SERVICE,
            Port.DESTINATION_MANAGEMENT,
            new Database("destination", "destination_service", "destination_owner")),
    SEGMENT(
            "segment-service",
            Port.SEGMENT_SERVICE,
            Port.SEGMENT_MANAGEMENT,
            new Database("segment", "segment_service", "segment_owner")),
    EXPORT(
            "export-service",
            Port.EXPORT_SERVICE,
            Port.EXPORT_MANAGEMENT,
            new Database("export", "export_service", "export_owner"));

    private final String title;
    private final Port port;
    private final Port management;
    private final Database database;

    Service(String title, Port port, Port management, Database database) {
        this.title = title;
        this.port = port;
        this.management = management;
        this.database = database;
    }

    /** Its name everywhere. */
    public String title() {
        return title;
    }

    /** Where its API is. */
    public Port port() {
        return port;
    }

    /** Where its health and its metrics are. */
    public Port management() {
        return management;
    }

    /** Its database. */
    public Database database() {
        return database;
    }

    /** Whom it calls. */
    Set<Service> calls() {
        return switch (this) {
            case DESTINATION, SEGMENT -> Set.of(EXPORT);
            case EXPORT -> Set.of(DESTINATION, SEGMENT);
        };
    }
}
