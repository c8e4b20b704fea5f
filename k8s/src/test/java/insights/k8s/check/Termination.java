package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Project;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.Lifecycle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The grace of a pod is as long as everything that it does when it ends. */
final class Termination implements Check {

    /** For what is closed at the end: connections, threads, the JVM. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private static final Duration SHORTEST_DRAIN = Duration.ofSeconds(5);

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : manifests.services()) {
            Duration sleep = sleep(workload);
            if (sleep.isZero()) {
                faults.add(workload + " must wait (preStop: sleep) until no new requests are sent to it");
            }
            Duration drain =
                    Project.duration(manifests.variables(workload.main()).getOrDefault("QUARKUS_SHUTDOWN_DELAY", "0s"));
            if (drain.compareTo(SHORTEST_DRAIN) < 0) {
                faults.add(workload
                        + " must answer for a while after SIGTERM (QUARKUS_SHUTDOWN_DELAY), closing connections");
            }
            Duration needed = sleep.plus(drain)
                    .plus(Project.duration(Project.setting(workload.name(), "quarkus.shutdown.timeout")))
                    .plus(jobs(workload))
                    .plus(workload.name().equals("export-service") ? Project.shutdownOfRuns() : Duration.ZERO)
                    .plus(CLOSING);
            Long grace = workload.pod().getTerminationGracePeriodSeconds();
            if (grace == null || grace < needed.toSeconds()) {
                faults.add("%s needs %d seconds of grace, and has %s".formatted(workload, needed.toSeconds(), grace));
            }
        }
        return faults;
    }

    /** Where there is a database there are jobs. */
    private static Duration jobs(Workload workload) {
        return Project.hasDatabase(workload.name())
                ? Project.duration(Project.setting(workload.name(), "insights.jobs.grace"))
                : Duration.ZERO;
    }

    private static Duration sleep(Workload workload) {
        Lifecycle lifecycle = workload.main().getLifecycle();
        return lifecycle == null
                        || lifecycle.getPreStop() == null
                        || lifecycle.getPreStop().getSleep() == null
                ? Duration.ZERO
                : Duration.ofSeconds(lifecycle.getPreStop().getSleep().getSeconds());
    }
}
