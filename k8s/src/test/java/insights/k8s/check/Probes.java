package insights.k8s.check;

import insights.k8s.manifest.Manifests;
import insights.k8s.manifest.Project;
import insights.k8s.manifest.Workload;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Three probes each, at the management port, whose number is the program's; liveness asks nobody else. */
final class Probes implements Check {

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            if (workload.isService()) {
                port(workload, "http", "quarkus.http.port", faults);
                port(workload, "management", "quarkus.management.port", faults);
                probe(workload, "startup", workload.main().getStartupProbe(), "/q/health/started", faults);
                probe(workload, "liveness", workload.main().getLivenessProbe(), "/q/health/live", faults);
                probe(workload, "readiness", workload.main().getReadinessProbe(), "/q/health/ready", faults);
                Probe startup = workload.main().getStartupProbe();
                if (startup != null && startup.getPeriodSeconds() * startup.getFailureThreshold() < 180) {
                    faults.add(workload + " must have three minutes for its start");
                }
            } else if (!workload.kind().endsWith("Job")) {
                somewhere(workload, workload.main().getStartupProbe(), faults);
                somewhere(workload, workload.main().getLivenessProbe(), faults);
                somewhere(workload, workload.main().getReadinessProbe(), faults);
            }
        }
        return faults;
    }

    private static void port(Workload workload, String named, String setting, List<String> faults) {
        String number = Project.setting(workload.name(), setting);
        if (!workload.port(named).map(String::valueOf).equals(Optional.of(number))) {
            faults.add("%s must have its port %s at %s, as its program has".formatted(workload, named, number));
        }
    }

    private static void probe(Workload workload, String kind, Probe probe, String path, List<String> faults) {
        if (probe == null
                || probe.getHttpGet() == null
                || !new IntOrString("management").equals(probe.getHttpGet().getPort())
                || !path.equals(probe.getHttpGet().getPath())) {
            faults.add("%s must have a %s probe of %s at the port management".formatted(workload, kind, path));
        }
    }

    /** A stand-in may be asked as it can be, but at a port that it has. */
    private static void somewhere(Workload workload, Probe probe, List<String> faults) {
        IntOrString port = probe == null
                ? null
                : probe.getHttpGet() != null
                        ? probe.getHttpGet().getPort()
                        : probe.getTcpSocket() == null
                                ? null
                                : probe.getTcpSocket().getPort();
        if (port == null
                || port.getStrVal() == null
                || workload.port(port.getStrVal()).isEmpty()) {
            faults.add(workload + " must have three probes, each at a port of it by its name");
        }
    }
}
