package insights.platform.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.ApiClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what has to come about. It never waits for ever: a test that hangs tells nobody what it hangs on. */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOKS = Duration.ofMillis(20);

    private Waiting() {}

    /**
     * Waits until something holds.
     *
     * @param what what is told when it does not come about
     */
    public static void until(String what, BooleanSupplier condition) {
        forSome(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until what is at a path of the API is as wanted. */
    static JsonNode until(ApiClient api, String path, Predicate<JsonNode> wanted) {
        return forSome(
                path + " is as wanted",
                () -> Optional.of(api.get(path).succeeded().json()).filter(wanted));
    }

    /** Waits until something is found. */
    static <T> T forSome(String what, Supplier<Optional<T>> search) {
        long begin = System.nanoTime();
        while (true) {
            Optional<T> found = search.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos() || Thread.interrupted()) {
                throw new AssertionError("It did not come about within %d seconds that %s"
                        .formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds(), what));
            }
            LockSupport.parkNanos(LOOKS.toNanos());
        }
    }
}
