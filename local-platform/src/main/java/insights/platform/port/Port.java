package insights.platform.port;

import java.util.Locale;

/** Everything that listens, with the port it has unless told otherwise. */
public enum Port {
    GATEWAY(8080, "the gateway"),
    DESTINATION_SERVICE(8081, "destination-service"),
    SEGMENT_SERVICE(8082, "segment-service"),
    EXPORT_SERVICE(8083, "export-service"),
    CONSOLE(8084, "the console"),
    DESTINATION_MANAGEMENT(9081, "the management of destination-service"),
    SEGMENT_MANAGEMENT(9082, "the management of segment-service"),
    EXPORT_MANAGEMENT(9083, "the management of export-service"),
    CONSOLE_MANAGEMENT(9084, "the management of the console"),
    SANDBOX(8090, "the sandbox"),
    SANDBOX_CONTROL(8091, "the control of the sandbox"),
    KEYCLOAK(8180, "Keycloak"),
    POSTGRES(15432, "PostgreSQL");

    private static final int HIGHEST = 65_535;

    private final int number;
    private final String user;

    Port(int number, String user) {
        this.number = number;
        this.user = user;
    }

    /** The port where nothing else is asked for. */
    public int standard() {
        return number;
    }

    /** What listens on it, for a sentence. */
    public String user() {
        return user;
    }

    /** The command-line option that changes it, for example {@code --gateway-port}. */
    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-port";
    }

    /** Whether a number can be a port that is chosen: 0, which means any, cannot. */
    public static boolean isPossible(int number) {
        return number > 0 && number <= HIGHEST;
    }
}
