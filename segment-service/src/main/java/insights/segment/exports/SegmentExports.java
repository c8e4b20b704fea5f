package insights.segment.exports;

import insights.common.outage.Outage;
import insights.common.problem.Problem;
import insights.segment.SegmentProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks export-service which exports send a segment. */
@ApplicationScoped
public class SegmentExports {

    private static final Outage OUTAGE = new Outage(SegmentExports.class, "export-service");

    private final SegmentExportsRestClient exportService;

    SegmentExports(@RestClient SegmentExportsRestClient exportService) {
        this.exportService = exportService;
    }

    /** Those that send it; 503 when export-service does not tell, because they would be left without it. */
    public List<ExportUse> using(UUID segment) {
        try {
            List<ExportUse> uses = exportService.exports(segment).items();
            OUTAGE.answered();
            return uses;
        } catch (WebApplicationException | ProcessingException e) {
            OUTAGE.missed(e);
            throw Problem.of(
                    SegmentProblem.EXPORT_SERVICE_UNAVAILABLE,
                    "It is not known which exports send this segment, because export-service does not answer: try again"
                            + " in a minute.");
        }
    }
}
