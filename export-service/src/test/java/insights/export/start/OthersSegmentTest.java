package insights.export.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Leftovers;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports of one connection are counted together; a segment of one of them that has no members is no matter of the others. */
@QuarkusTest
class OthersSegmentTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID others = neighbours.segment("Others");
    private final String person = "person-" + UUID.randomUUID();
    private String export;
    private String broken;

    enum Trouble {
        GONE(others -> Neighbours.get().removeSegment(others)),
        INACTIVE(others -> Neighbours.get().deactivate(others)),
        NOT_REFRESHED(others -> Neighbours.get().forgetRefresh(others)),
        FAILED(others -> Neighbours.get().fail(others, "Its rule does not fit."));

        private final Consumer<UUID> happens;

        Trouble(Consumer<UUID> happens) {
            this.happens = happens;
        }
    }

    @BeforeEach
    void bothAreThere() {
        Leftovers.detach();
        neighbours.profile(person, Instant.EPOCH, Map.of("email", "ann@example.com"), customers);
        export = Api.create(connection, customers);
        broken = Api.create(connection, others);
    }

    @AfterEach
    void forget() {
        neighbours.removeProfile(person);
        for (String each : List.of(export, broken)) {
            Api.as("admin").delete("/exports/" + each + "/connection");
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsNoOtherExport(Trouble trouble) {
        trouble.happens.accept(others);

        Json all = Json.from(Api.as("contributor")
                .post("/exports/runs")
                .then()
                .statusCode(202)
                .extract()
                .asString());
        String run = all.find("queued", "exportId", export).getString("runId");
        assertThat(Api.end(export, run).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(all.find("notQueued", "exportId", broken).getString("type"))
                .isEqualTo(Api.start(broken, false).then().extract().path("type"));

        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        Api.as("contributor")
                .body(Map.of("connectionId", connection, "segmentIds", List.of(customers)))
                .post("/exports/size")
                .then()
                .statusCode(200)
                .body("profiles", equalTo(1))
                .body("connectionProfiles", equalTo(1));
        Api.as("admin").delete("/exports/" + Api.create(connection, customers) + "/connection");
    }
}
