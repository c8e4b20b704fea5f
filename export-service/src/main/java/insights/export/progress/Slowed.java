package insights.export.progress;

import jakarta.validation.constraints.NotNull;

/**
 * Says that a run is slower than its connection allows, because the destination asked for fewer requests.
 *
 * @param requestsPerSecond made at the moment
 * @param detail the same in words
 */
public record Slowed(double requestsPerSecond, @NotNull String detail) {

    private static final String DETAIL =
            "The destination asked for fewer requests. The pace rises by itself; it is what the connection"
                    + " allows again within two minutes of the last time.";

    static Slowed to(double requestsPerSecond) {
        return new Slowed(Math.round(requestsPerSecond * 100) / 100.0, DETAIL);
    }
}
