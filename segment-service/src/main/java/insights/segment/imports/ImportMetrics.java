package insights.segment.imports;

import insights.segment.imports.merge.ImportCounts;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the lines of successful imports by what became of them. */
@ApplicationScoped
class ImportMetrics {

    private final MeterRegistry metrics;

    ImportMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(ImportCounts counts) {
        count("inserted", counts.inserted());
        count("updated", counts.updated());
        count("unchanged", counts.unchanged());
        count("rejected", counts.rejected());
    }

    private void count(String outcome, long rows) {
        metrics.counter("insights.import.rows", "outcome", outcome).increment(rows);
    }
}
