package insights.segment.refresh;

import insights.common.job.Job;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows how large the segments were at the last refresh, on every replica alike. */
@ApplicationScoped
class SegmentSizeMetrics {

    private static final Sql SIZES = Sql.of("""
            select segment_id, size from refresh_segment
            where refresh_id = (select id from refresh where status = 'SUCCESSFUL' order by number desc limit 1)""");

    private final Database database;
    private final MultiGauge sizes;

    SegmentSizeMetrics(Database database, MeterRegistry metrics) {
        this.database = database;
        this.sizes = MultiGauge.builder("insights.segment.size")
                .description("Members at the last refresh")
                .register(metrics);
    }

    @Job
    @Scheduled(every = "{insights.metrics.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void update() {
        List<Row<?>> rows = database.transaction(connection ->
                Database.list(connection, SIZES, row -> Row.of(Tags.of("segment", row.getString(1)), row.getLong(2))));
        sizes.register(rows, true);
    }
}
