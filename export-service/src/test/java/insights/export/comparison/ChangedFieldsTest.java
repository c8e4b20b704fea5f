package insights.export.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changed at the source since an export was saved stops its run in words, and rejects nobody (G3). */
@QuarkusTest
class ChangedFieldsTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 10_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String person = UUID.randomUUID().toString();

    @AfterEach
    void leaveAsFound() {
        neighbours.resetFields();
        neighbours.removeProfile(person);
    }

    @Test
    void saysWhichFieldHasAnotherType() {
        String export = delivered();
        neighbours.field("points", "string", null);
        neighbours.profile(
                person,
                Instant.parse("2026-01-02T00:00:00Z"),
                Map.of("email", "ann@example.com", "points", "many"),
                customers);

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("FIELD_CHANGED");
        assertThat(run.getString("detail")).contains("points is a string now, which integer--Points cannot hold");
        assertThat(autopilot.memberships().get("Customers")).containsExactly("ann@example.com");
    }

    @Test
    void saysWhichFieldIsGone() {
        String export = delivered();
        neighbours.removeField("email");

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("FIELD_GONE");
    }

    @Test
    void saysWhichSegmentIsSwitchedOff() {
        String export = delivered();
        neighbours.afterPeopleWereCounted(() -> neighbours.deactivate(customers));

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("SEGMENT_INACTIVE");
        assertThat(run.getString("detail")).contains("\"Customers\"");
        Api.start(export, false)
                .then()
                .statusCode(409)
                .body("type", endsWith("segment-inactive"))
                .body("detail", containsString("\"Customers\""));
    }

    @Test
    void saysWhichSegmentTheLastRefreshCouldNotCompute() {
        String export = delivered();
        neighbours.afterPeopleWereCounted(
                () -> neighbours.fail(customers, "The rule of \"Customers\" does not fit, field \"points\"."));

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("SEGMENT_FAILED");
        assertThat(run.getString("detail")).contains("\"Customers\"", "\"points\"");
        assertThat(autopilot.memberships().get("Customers")).containsExactly("ann@example.com");
        Api.start(export, false)
                .then()
                .statusCode(409)
                .body("type", endsWith("segment-failed"))
                .body("detail", containsString("\"points\""));
    }

    private String delivered() {
        neighbours.profile(
                person,
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of("email", "ann@example.com", "first_name", "Ann", "points", 3),
                customers);
        String export = Api.create(connection, customers);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        return export;
    }
}
