package insights.destination.key;

import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import insights.destination.Database;
import insights.destination.connection.AutopilotAnswers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The service has master keys 1 and 2, which is the current one. */
@QuarkusTest
class KeyRotationTest {

    private static final int CONNECTIONS = 12;

    @Inject
    KeyRotation rotation;

    @Inject
    KeyRotationJob job;

    @Inject
    ApiKeyRepository keys;

    @Inject
    KeysConfig config;

    @Test
    void losesNoRequestWhileItRuns() throws Exception {
        AutopilotAnswers.acceptAllKeys();
        Map<String, String> keyOf = new ConcurrentHashMap<>();
        IntStream.range(0, CONNECTIONS).forEach(i -> {
            Map<String, Object> request = connection();
            keyOf.put(connected(request), (String) request.get("apiKey"));
        });
        wrapAllWithTheOldMasterKey();
        List<byte[]> before = wrappedKeys();

        AtomicBoolean rotating = new AtomicBoolean(true);
        try (ExecutorService runs = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> served = List.of(
                    runs.submit(() -> readKeys(keyOf, rotating)),
                    runs.submit(() -> readKeys(keyOf, rotating)),
                    runs.submit(() -> replaceKeys(keyOf, rotating)));
            while (rotation.rotateSome(1) > 0 || !rotation.isThrough()) {
                Thread.onSpinWait();
            }
            rotating.set(false);
            for (Future<Integer> each : served) {
                assertThat(each.get()).isPositive();
            }
        }
        assertThat(masterKeyVersions()).containsOnly("2");
        assertThat(wrappedKeys()).doesNotContainAnyElementsOf(before);
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        AutopilotAnswers.acceptAllKeys();
        IntStream.range(0, 2).forEach(i -> connected());
        String id = connected();
        String tag = keyTag(id);
        wrapAllWithTheOldMasterKey();
        assertThat(rotation.rotateSome(2)).isEqualTo(2);
        assertThat(rotation.isThrough()).isFalse();
        assertThat(masterKeyVersions()).contains("1", "2");
        job.rotate();
        assertThat(rotation.isThrough()).isTrue();
        assertThat(rotation.rotateSome(2)).isZero();
        assertThat(keyTag(id)).isEqualTo(tag).isNotNull();
    }

    /** By this a run says which key Autopilot refused. */
    private static String keyTag(String id) {
        return as("export-service")
                .get("/internal/connections/" + id + "/api-key")
                .header("ETag");
    }

    @Test
    void leavesAloneWhatIsUnderANewerMasterKeyAlready() {
        AutopilotAnswers.acceptAllKeys();
        String id = connected();
        Database.update("update api_key set master_key_version = 3 where connection_id = '" + id + "'");
        try {
            job.rotate();
            assertThat(rotation.isThrough()).isFalse();
            assertThat(masterKeyVersions()).contains("3");
        } finally {
            Database.update("update api_key set master_key_version = 2 where connection_id = '" + id + "'");
        }
    }

    private static int readKeys(Map<String, String> keyOf, AtomicBoolean rotating) {
        int read = 0;
        while (rotating.get() || read < CONNECTIONS) {
            for (String id : keyOf.keySet()) {
                as("export-service")
                        .get("/internal/connections/" + id + "/api-key")
                        .then()
                        .statusCode(200);
                read++;
            }
        }
        return read;
    }

    private static int replaceKeys(Map<String, String> keyOf, AtomicBoolean rotating) {
        int replaced = 0;
        while (rotating.get() || replaced < CONNECTIONS) {
            for (String id : keyOf.keySet()) {
                String key = newKey();
                anyVersion("admin")
                        .body(Map.of("apiKey", key))
                        .put("/connections/" + id + "/api-key")
                        .then()
                        .statusCode(200);
                String stored = as("export-service")
                        .get("/internal/connections/" + id + "/api-key")
                        .path("apiKey");
                assertThat(stored).isEqualTo(key);
                replaced++;
            }
        }
        return replaced;
    }

    private void wrapAllWithTheOldMasterKey() {
        MasterKeys old = TestMasterKeys.of(1, config.masterKeys());
        QuarkusTransaction.requiringNew().run(() -> keys.listAll()
                .forEach(key -> key.dataKey = old.rewrap(key.dataKey, key.connectionId.toString())));
    }

    private static List<String> masterKeyVersions() {
        return Database.strings("select distinct master_key_version::text from api_key");
    }

    private List<byte[]> wrappedKeys() {
        return QuarkusTransaction.requiringNew().call(() -> keys.listAll().stream()
                .map(key -> key.dataKey.wrappedKey())
                .toList());
    }
}
