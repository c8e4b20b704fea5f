package insights.export.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import insights.export.definition.Export;
import insights.export.run.Purpose;
import insights.export.run.Run;
import insights.export.run.RunStatus;
import insights.export.run.RunTrigger;
import insights.export.run.StopReason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What is told of an ended run: a CloudEvent (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md).
 * It names no person, neither profiles nor those who work here.
 *
 * @param id the run's: the same however often the event is told
 * @param subject path of the run
 * @param time when the run ended
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunEvent(
        String specversion,
        String id,
        URI source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Data data) {

    private static final String TYPE = "insights.export.run.";

    /** How the run ended. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            UUID runId,
            UUID exportId,
            String exportName,
            UUID connectionId,
            RunTrigger trigger,
            Purpose purpose,
            Instant scheduledFor,
            UUID refreshId,
            RunStatus status,
            StopReason reason,
            String detail,
            long profiles,
            long eligible,
            long rejected) {}

    static RunEvent of(Export export, Run run, URI source) {
        return new RunEvent(
                "1.0",
                run.id().toString(),
                source,
                TYPE + type(run.status()),
                "/exports/" + export.id() + "/runs/" + run.id(),
                run.finishedAt(),
                "application/json",
                new Data(
                        run.id(),
                        export.id(),
                        export.displayName(),
                        run.connectionId(),
                        run.trigger(),
                        run.purpose(),
                        run.scheduledFor(),
                        run.refreshId(),
                        run.status(),
                        run.reason(),
                        // That of a canceled run says who canceled it.
                        run.status() == RunStatus.CANCELED ? null : run.detail(),
                        run.totals().profiles(),
                        run.totals().eligible(),
                        run.totals().rejected()));
    }

    private static String type(RunStatus status) {
        return switch (status) {
            case FAILED_PERMANENT -> "failed";
            default -> status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
