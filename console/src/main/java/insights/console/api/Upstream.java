package insights.console.api;

/** A service that answers what pages ask. */
enum Upstream {
    DESTINATION_SERVICE("destination-service"),
    SEGMENT_SERVICE("segment-service"),
    EXPORT_SERVICE("export-service");

    private final String title;

    Upstream(String title) {
        this.title = title;
    }

    /** Its name in configuration, logs and errors. */
    String title() {
        return title;
    }
}
