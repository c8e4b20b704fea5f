package insights.segment.exports;

import insights.common.outage.Outage;
import insights.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
        return asked(() -> exportService.exports(segment).items());
    }

    /** Those that send any of the segments; 503 when export-service does not tell, because it is about other people's mail. */
    public List<SendingExport> sending(Collection<UUID> segments) {
        return asked(() ->
                exportService.exports(new SendingExports.Question(segments)).items());
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            T answer = question.get();
            OUTAGE.answered();
            return answer;
        } catch (WebApplicationException | ProcessingException e) {
            OUTAGE.missed(e);
            throw Problem.unavailable(
                    "It is not known which exports send this segment, because export-service does not answer: try again"
                            + " in a minute.");
        }
    }
}
