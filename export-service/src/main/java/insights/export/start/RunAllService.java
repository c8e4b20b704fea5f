package insights.export.start;

import insights.common.problem.CommonProblem;
import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.export.definition.Export;
import insights.export.definition.ExportService;
import insights.export.start.RunAllAnswer.NotQueued;
import insights.export.start.RunAllAnswer.Queued;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs all exports that run by themselves, now (E1). */
@ApplicationScoped
class RunAllService {

    private final ExportService exports;
    private final StartService runs;
    private final Readiness readiness;
    private final RunAllRepository answers;
    private final Caller caller;

    RunAllService(
            ExportService exports, StartService runs, Readiness readiness, RunAllRepository answers, Caller caller) {
        this.exports = exports;
        this.runs = runs;
        this.readiness = readiness;
        this.answers = answers;
        this.caller = caller;
    }

    /** Queues what can be; asked again by the same caller with the same key, nothing is queued and the answer is the same. */
    RunAllAnswer start(String key) {
        Optional<RunAllAnswer> repeated = key == null ? Optional.empty() : answers.find(caller.subject(), key);
        return repeated.orElseGet(() -> startNew(key));
    }

    private RunAllAnswer startNew(String key) {
        List<Export> ready = new ArrayList<>();
        List<NotQueued> notQueued = new ArrayList<>();
        List<Export> active = exports.active();
        Map<UUID, HttpProblem> obstacles = readiness.obstacles(active);
        for (Export export : active) {
            HttpProblem obstacle = obstacles.get(export.id());
            if (obstacle == null) {
                ready.add(export);
            } else {
                notQueued.add(notQueued(export, obstacle));
            }
        }
        // Only now a transaction: it is not held while other services are asked.
        return QuarkusTransaction.requiringNew().call(() -> queue(key, ready, notQueued));
    }

    private RunAllAnswer queue(String key, List<Export> ready, List<NotQueued> notQueued) {
        if (key != null) {
            answers.oneAtATime(caller.subject(), key);
            Optional<RunAllAnswer> repeated = answers.find(caller.subject(), key);
            if (repeated.isPresent()) {
                return repeated.get();
            }
        }
        List<Queued> queued = new ArrayList<>();
        for (Export export : ready) {
            runs.queue(export, null, RunRequest.PLAIN)
                    .ifPresentOrElse(
                            run -> queued.add(new Queued(export.id(), export.displayName(), run)),
                            () -> notQueued.add(notQueued(
                                    export, Problem.of(CommonProblem.CONFLICT, StartService.CHANGED_MEANWHILE))));
        }
        RunAllAnswer answer = new RunAllAnswer(queued, notQueued);
        if (key != null) {
            answers.add(caller.subject(), key, answer);
        }
        return answer;
    }

    private static NotQueued notQueued(Export export, HttpProblem problem) {
        return new NotQueued(export.id(), export.displayName(), problem.getType(), problem.getDetail());
    }
}
