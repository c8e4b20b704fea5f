package insights.platform.services;

import insights.platform.identity.Keycloak;
import insights.platform.port.Port;
import insights.platform.port.Ports;
import insights.platform.postgres.Database;
import insights.platform.postgres.Postgres;
import insights.platform.secret.Secrets;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What each service is told about the others, in the environment variables that it has in a cluster too. */
public final class ServiceEnvironment {

    private static final String REAL_AUTOPILOT = "https://api2.autopilothq.com/v1";
    private static final String REAL_ORTTO =
            "https://api.ap3api.com/v1,https://api.au.ap3api.com/v1,https://api.eu.ap3api.com/v1";

    private final Ports ports;
    private final Postgres postgres;
    private final Keycloak keycloak;
    private final URI sandbox;
    private final Secrets secrets;

    /** @param sandbox base address of the APIs of Autopilot and Ortto, here that of the sandbox */
    public ServiceEnvironment(Ports ports, Postgres postgres, Keycloak keycloak, URI sandbox, Secrets secrets) {
        this.ports = ports;
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.sandbox = sandbox;
        this.secrets = secrets;
    }

    /** The variables of a person's environment that are meant for the services. */
    public static Map<String, String> ofPerson(Map<String, String> environment) {
        Map<String, String> meant = new TreeMap<>(environment);
        meant.keySet().removeIf(name -> !name.startsWith("INSIGHTS_") && !name.startsWith("QUARKUS_"));
        return meant;
    }

    /**
     * The variables of a service.
     *
     * @param given what else it is told; it counts more than what is here, but for how the parts find each other
     */
    public Map<String, String> of(Service service, Map<String, String> given) {
        Map<String, String> variables = new HashMap<>(settings(service));
        variables.putAll(given);
        variables.putAll(wiring(service));
        return variables;
    }

    private Map<String, String> wiring(Service service) {
        Database database = service.database();
        Map<String, String> wiring = new HashMap<>(Map.ofEntries(
                Map.entry("QUARKUS_FLYWAY_USERNAME", database.owner()),
                Map.entry("QUARKUS_FLYWAY_PASSWORD", postgres.password(database.owner())),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", number(service.port())),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", number(service.management())),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", postgres.url(database.name())),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database.user()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", postgres.password(database.user())),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer().toString())));
        wiring.putAll(identity(service));
        for (Service other : service.calls()) {
            wiring.put(
                    "QUARKUS_REST_CLIENT_%s_URL"
                            .formatted(other.title().toUpperCase(Locale.ROOT).replace('-', '_')),
                    ports.url(other.port()).toString());
        }
        return wiring;
    }

    private Map<String, String> settings(Service service) {
        Map<String, String> settings = new HashMap<>(
                switch (service) {
                    case DESTINATION -> destination();
                    case SEGMENT -> Map.of("INSIGHTS_ERASURE_KEY", secrets.key());
                    case EXPORT -> Map.of("INSIGHTS_LEDGER_KEY", secrets.key());
                });
        // For a person who reads the log file, not for a log server.
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        return settings;
    }

    /** With what it signs in when it calls other services. */
    private Map<String, String> identity(Service service) {
        return Map.of("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", keycloak.clientSecret(service.title()));
    }

    private Map<String, String> destination() {
        return Map.of(
                "INSIGHTS_EXPORT_USERS_KEYCLOAK", keycloak.admin().toString(),
                "INSIGHTS_AUTOPILOT_DEFAULT_ENDPOINT", sandbox.toString(),
                // A person with a real account may connect it; nothing here does by itself.
                "INSIGHTS_AUTOPILOT_ALLOWED_ENDPOINTS", sandbox + "," + REAL_AUTOPILOT,
                "INSIGHTS_ORTTO_DEFAULT_ENDPOINT", sandbox.toString(),
                "INSIGHTS_ORTTO_ALLOWED_ENDPOINTS", sandbox + "," + REAL_ORTTO,
                "INSIGHTS_KEYS_MASTER_KEYS_1", secrets.key());
    }

    private String number(Port port) {
        return Integer.toString(ports.of(port));
    }
}
