package insights.export.rejection;

import insights.common.page.Page;
import insights.export.definition.ExportAccess;
import insights.export.definition.ExportService;
import insights.export.matching.RejectionReason;
import insights.export.run.RunService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Whom a run did not export, for those who may edit the export (E5). */
@ApplicationScoped
class RejectionService {

    private final RejectionRepository rejections;
    private final ExportService exports;
    private final ExportAccess access;
    private final RunService runs;

    RejectionService(RejectionRepository rejections, ExportService exports, ExportAccess access, RunService runs) {
        this.rejections = rejections;
        this.exports = exports;
        this.access = access;
        this.runs = runs;
    }

    /** One more than the limit, if there are so many. */
    List<RunRejection> list(
            UUID exportId, UUID run, String after, List<RejectionReason> reasons, String beginning, int limit) {
        access.requireEdit(exports.get(exportId));
        runs.get(exportId, run);
        return rejections.list(run, after, reasons, beginning, limit + 1);
    }

    /** Those that follow one already seen. */
    List<RunRejection> after(UUID run, RunRejection last) {
        return rejections.list(run, last.profileId(), List.of(), null, Page.MAX_LIMIT);
    }

    /** How many there are of each reason. */
    List<RejectionCount> counts(UUID run) {
        return rejections.counts(run);
    }
}
