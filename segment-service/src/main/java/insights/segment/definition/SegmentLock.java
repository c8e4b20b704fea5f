package insights.segment.definition;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import jakarta.enterprise.context.ApplicationScoped;

/** Held by whoever changes segments, so that no two changes together close a circle, or take one name. */
@ApplicationScoped
class SegmentLock {

    static final String NAME = "segments";

    private final Database database;

    SegmentLock(Database database) {
        this.database = database;
    }

    /** Waits for it; it is free again when the transaction ends. */
    void take() {
        database.transaction(connection -> {
            JobLock.take(connection, NAME);
            return null;
        });
    }
}
