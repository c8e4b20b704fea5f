package insights.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.AccountAddress;
import insights.platform.demo.MainJob;
import insights.platform.demo.Product;
import insights.platform.http.ApiClient;
import insights.platform.identity.Realm;
import insights.platform.identity.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What {@code k8s/overlays/local} makes in a cluster. */
public final class LocalInstallation implements AutoCloseable {

    public static final String NAMESPACE = "insights-local";

    /** What of it is ours to roll out, kill and measure. */
    public static final List<String> SERVICES =
            List.of("destination-service", "segment-service", "export-service", "console");

    private static final String API_KEY = "00000000000000000000000000000001";
    private static final String ORTTO_API_KEY = "00000000000000000000000000000002";
    private static final URI ISSUER = URI.create("http://keycloak:8080/realms/insights");

    private final Kubectl kubectl;
    private final Kubectl.Forwarded api;
    private final Kubectl.Forwarded control;

    private LocalInstallation(Kubectl kubectl, Kubectl.Forwarded api, Kubectl.Forwarded control) {
        this.kubectl = kubectl;
        this.api = api;
        this.control = control;
    }

    /** Applies the overlay as its README says. */
    public static void apply(Kubectl kubectl, Path project) {
        kubectl.run(
                "apply", "--server-side", "--validate=strict", "--kustomize=" + project.resolve("k8s/overlays/local"));
    }

    /** Waits until all of it works. */
    public static void await(Kubectl kubectl) {
        kubectl.run(
                "--namespace=" + NAMESPACE,
                "wait",
                "--for=condition=Available",
                "deployment",
                "--all",
                "--timeout=10m");
    }

    /**
     * One that works.
     *
     * @param hosts the file of {@code jdk.net.hosts.file}, in which the name of Keycloak is put
     */
    public static LocalInstallation of(Kubectl kubectl, Path hosts) {
        try {
            Files.writeString(hosts, "127.0.0.1 localhost%n%s keycloak%n".formatted(address(kubectl, "keycloak")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LocalInstallation(
                kubectl,
                kubectl.forward(NAMESPACE, "deployment/sandbox", 8090),
                kubectl.forward(NAMESPACE, "deployment/sandbox", 8091));
    }

    /** Its way in. */
    public URI gateway() {
        return URI.create("http://%s:8080".formatted(address(kubectl, "gateway")));
    }

    /** A person's client of its API, signed in now. */
    public ApiClient as(String user) {
        return ApiClient.withToken(gateway(), token(user));
    }

    /** A person's token, of now. */
    public String token(String user) {
        return new Realm()
                .users().stream()
                        .filter(one -> one.name().equals(user))
                        .findFirst()
                        .map(new SignIn(ISSUER, Realm.COMMAND_LINE)::token)
                        .orElseThrow();
    }

    /** What people do with it. */
    public MainJob mainJob() {
        return new MainJob(as("admin"), as("contributor"));
    }

    /** The account at the stand-in for Autopilot. */
    public AccountAddress autopilot() {
        return account(API_KEY);
    }

    /** The accounts at the stand-ins for both. */
    public Map<Product, AccountAddress> accounts() {
        return new EnumMap<>(Map.of(Product.AUTOPILOT, autopilot(), Product.ORTTO, account(ORTTO_API_KEY)));
    }

    private AccountAddress account(String key) {
        return new AccountAddress(
                URI.create("http://127.0.0.1:%d/v1".formatted(api.port())),
                URI.create("http://127.0.0.1:%d/control".formatted(control.port())),
                key);
    }

    /** The pods of a deployable that are not ending. */
    public List<JsonNode> pods(String name) {
        List<JsonNode> pods = new java.util.ArrayList<>();
        kubectl.json("--namespace=" + NAMESPACE, "get", "pods", "--selector=app.kubernetes.io/name=" + name)
                .get("items")
                .forEach(pods::add);
        pods.removeIf(pod -> pod.at("/metadata").has("deletionTimestamp"));
        return pods;
    }

    @Override
    public void close() {
        api.close();
        control.close();
    }

    private static String address(Kubectl kubectl, String service) {
        return kubectl.json("--namespace=" + NAMESPACE, "get", "service", service)
                .at("/spec/clusterIP")
                .textValue();
    }
}
