package insights.common.audit;

import insights.common.csv.CsvRow;
import insights.common.page.EventOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the audit as CSV (RFC 4180) in UTF-8, page by page, in constant memory. */
@ApplicationScoped
public class AuditCsv {

    private static final int PAGE = 500;

    private final AuditLog audit;

    AuditCsv(AuditLog audit) {
        this.audit = audit;
    }

    void write(AuditQuery query, OutputStream output) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        csv.write(CsvRow.BYTE_ORDER_MARK);
        csv.write(CsvRow.of(
                "at", "name", "subject", "machine", "action", "target", "displayName", "changes", "requestId"));
        UUID last = null;
        List<AuditEvent> page;
        do {
            page = audit.search(query, EventOrder.AT_DESCENDING, last, PAGE);
            for (AuditEvent event : page) {
                csv.write(row(event));
                last = event.id();
            }
        } while (page.size() == PAGE);
        csv.flush();
    }

    private static String row(AuditEvent event) {
        return CsvRow.of(
                event.at().toString(),
                event.by().name(),
                event.by().subject(),
                Boolean.toString(event.machine()),
                event.action(),
                event.target(),
                event.displayName(),
                text(event.changes()),
                event.requestId());
    }

    private static String text(Map<String, Change> changes) {
        return changes.entrySet().stream()
                .map(change -> "%s: %s → %s"
                        .formatted(
                                change.getKey(),
                                change.getValue().from(),
                                change.getValue().to()))
                .collect(Collectors.joining("; "));
    }
}
