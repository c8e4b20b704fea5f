package insights.export.delivery;

import static insights.common.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OnTheWay;
import insights.export.testing.OtherInstallation;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that was on its way when its run was stopped is carried out, and its answer comes when nobody counts it any more. */
@QuarkusTest
@TestProfile(OtherInstallation.class)
class LateAnswerTest {

    private static final String BEFORE = "late.before@example.com";
    private static final String AFTER = "late.after@example.com";

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final String person = UUID.randomUUID() + "-late";
    private final UUID customers = neighbours.segment("Late customers");
    private OnTheWay way;
    private String export;

    @BeforeEach
    void begin() throws IOException {
        way = new OnTheWay(5);
        profile(BEFORE);
        UUID connection = neighbours.connection("AUTOPILOT", way.endpoint(), autopilot.key(), 1_000);
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put("audienceMode", "FIELD");
        export = Api.create(request);
    }

    @AfterEach
    void end() {
        way.close();
        neighbours.removeProfile(person);
    }

    private void profile(String email) {
        neighbours.profile(person, Instant.EPOCH, Map.of("email", email, "first_name", "Ann", "points", 1), customers);
    }

    /** By its address nobody would find the contact: the ledger has a hash of it, and the profile another one. */
    @Test
    void tellsWhatTheContactIsCalled() {
        AtomicBoolean canceled = new AtomicBoolean();
        way.look(passing -> {
            if (passing.method().equals("POST") && !canceled.getAndSet(true)) {
                Api.change("POST", "/exports/" + export + "/runs/" + latest() + "/cancel", Map.of());
            }
        });
        assertThat(Api.run(export).getString("status")).isEqualTo("CANCELED");
        await().untilAsserted(() -> assertThat(new Rows(database)
                        .number(
                                "select count(*) from ledger where export_id = ?::uuid and contact_id is not null",
                                export))
                .isOne());
        assertThat(flagged()).containsExactly(BEFORE);
        profile(AFTER);

        Api.run(export);

        assertThat(flagged()).containsExactly(AFTER);
    }

    private String latest() {
        return Api.get("/exports/" + export + "/runs").getString("items[0].id");
    }

    private List<String> flagged() {
        return autopilot.contacts().entrySet().stream()
                .filter(contact -> contact.getValue().get("custom_fields") instanceof List<?> fields
                        && fields.stream()
                                .map(Map.class::cast)
                                .anyMatch(field -> Boolean.TRUE.equals(field.get("value"))))
                .map(Map.Entry::getKey)
                .toList();
    }
}
