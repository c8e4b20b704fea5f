package insights.segment.exports;

import insights.common.problem.Problem;
import insights.segment.SegmentProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks export-service which exports send a segment. */
@ApplicationScoped
public class SegmentExports {

    private static final Logger LOG = Logger.getLogger(SegmentExports.class);

    private final SegmentExportsRestClient exportService;

    SegmentExports(@RestClient SegmentExportsRestClient exportService) {
        this.exportService = exportService;
    }

    /** Those that send it; 503 when export-service does not tell, because they would be left without it. */
    public List<ExportUse> using(UUID segment) {
        try {
            return exportService.exports(segment).items();
        } catch (WebApplicationException | ProcessingException e) {
            LOG.warnf(
                    "export-service did not tell what sends segment %s: %s",
                    segment, e.getClass().getSimpleName());
            throw Problem.of(
                    SegmentProblem.EXPORT_SERVICE_UNAVAILABLE,
                    "It is not known which exports send this segment, because export-service does not answer: try again"
                            + " in a minute.");
        }
    }
}
