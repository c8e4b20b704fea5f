package insights.export.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.job.Job;
import insights.export.definition.ExportService;
import insights.export.notice.NoticeRepository.Due;
import insights.export.run.RunRepository;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Tells of ended runs, each until it is acknowledged. More than once is possible, and then with the same id. */
@ApplicationScoped
class NoticeJob {

    private static final Logger LOG = Logger.getLogger(NoticeJob.class);

    private final NoticeRepository notices;
    private final RunRepository runs;
    private final ExportService exports;
    private final NoticeConfig config;
    private final NoticeRestClient receiver;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Clock clock;

    NoticeJob(
            NoticeRepository notices,
            RunRepository runs,
            ExportService exports,
            NoticeConfig config,
            @RestClient NoticeRestClient receiver,
            ObjectMapper json,
            MeterRegistry metrics,
            Clock clock) {
        this.notices = notices;
        this.runs = runs;
        this.exports = exports;
        this.config = config;
        this.receiver = receiver;
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Job
    @Scheduled(
            every = "{insights.notices.poll}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    void tellAll() {
        config.url().ifPresent(url -> {
            notices.collect(config, clock.instant());
            Optional<Due> due = notices.take(clock.instant());
            while (due.isPresent()) {
                tell(due.get(), url);
                due = notices.take(clock.instant());
            }
        });
    }

    private void tell(Due due, URI url) {
        Instant now = clock.instant();
        Optional<String> failure = post(due, url, now.getEpochSecond());
        if (failure.isEmpty()) {
            notices.acknowledge(due.run(), now);
            count("delivered");
            return;
        }
        List<Duration> delays = config.retryDelays();
        boolean again = due.attempts() <= delays.size();
        notices.postpone(due.run(), again ? now.plus(delays.get(due.attempts() - 1)) : null, failure.get());
        LOG.warnf(
                "The notice of run %s was not acknowledged: %s; %s",
                due.run(), failure.get(), again ? "it is posted again" : "it is given up");
        count(again ? "failed" : "given_up");
    }

    /** What went wrong, if something did. */
    private Optional<String> post(Due due, URI url, long epochSecond) {
        byte[] event = event(due);
        String id = due.run().toString();
        String signature = Signature.of(config.secret().orElseThrow()).sign(id, epochSecond, event);
        try (Response response = receiver.post(url.toString(), id, epochSecond, signature, event)) {
            return response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
                    ? Optional.empty()
                    : Optional.of("it answered " + response.getStatus());
        } catch (ProcessingException e) {
            return Optional.of("it did not answer");
        }
    }

    private byte[] event(Due due) {
        try {
            return json.writeValueAsBytes(RunEvent.of(
                    exports.get(due.export()),
                    runs.find(due.export(), due.run()).orElseThrow(),
                    config.source()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(String outcome) {
        metrics.counter("notices", "outcome", outcome).increment();
    }
}
