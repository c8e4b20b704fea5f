package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.console.Steps;
import insights.platform.demo.Demo;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The main job in a real cluster: what Autopilot holds in the end is exactly what the file says ({@link Demo} proves it). */
@Order(1)
class MainJobTest {

    private final LocalInstallation installation = SharedCluster.installation();

    @Test
    void doesTheMainJob() {
        new Demo(installation.mainJob(), installation.accounts(), new Steps(System.out)).run();
    }

    @Test
    void appliedTwiceItIsTheSame() {
        Kubectl kubectl = SharedCluster.get().kubectl();
        String before = versions(kubectl);
        LocalInstallation.apply(kubectl, SharedCluster.PROJECT);
        assertThat(versions(kubectl)).isEqualTo(before);
    }

    @Test
    void aPodThatIsNotRestrictedIsRefused() {
        String refused = SharedCluster.get()
                .kubectl()
                .attempt(
                        "--namespace=" + LocalInstallation.NAMESPACE,
                        "run",
                        "privileged",
                        "--image=localhost/pause:local",
                        "--privileged");
        assertThat(refused).contains("violates PodSecurity \"restricted");
    }

    @Test
    void serviceAccountsMayDoNothing() {
        for (String service : LocalInstallation.SERVICES) {
            String rights = SharedCluster.get()
                    .kubectl()
                    .run(
                            "auth",
                            "can-i",
                            "--list",
                            "--namespace=" + LocalInstallation.NAMESPACE,
                            "--as=system:serviceaccount:%s:%s".formatted(LocalInstallation.NAMESPACE, service),
                            "--as-group=system:serviceaccounts",
                            "--as-group=system:authenticated");
            // What everybody may: ask about themselves, and read of the API itself.
            assertThat(rights.lines().skip(1))
                    .as(service)
                    .isNotEmpty()
                    .allMatch(line -> line.contains("selfsubject") || line.contains("[/"));
        }
    }

    private static String versions(Kubectl kubectl) {
        return kubectl.run(
                "--namespace=" + LocalInstallation.NAMESPACE,
                "get",
                "deployments,statefulsets,services,configmaps,secrets,networkpolicies,serviceaccounts,poddisruptionbudgets",
                "--output=jsonpath={range .items[*]}{.kind}/{.metadata.name} {.metadata.generation}"
                        + " {.metadata.managedFields[?(@.manager==\"kubectl\")].time}{\"\\n\"}{end}");
    }
}
