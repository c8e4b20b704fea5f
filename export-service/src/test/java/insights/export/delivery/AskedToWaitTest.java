package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pause that Autopilot asks for is no failure, with whatever status it asks. */
@QuarkusTest
class AskedToWaitTest {

    private static final int LISTS = 5_000;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String person = UUID.randomUUID().toString();
    private final List<String> others = new ArrayList<>();

    @BeforeEach
    void somebodyIsThere() {
        neighbours.profile(
                person, Instant.EPOCH, Map.of("email", "ann@example.com", "first_name", "Ann", "points", 1), customers);
    }

    @AfterEach
    void leaveAsFound() {
        neighbours.removeProfile(person);
        others.forEach(neighbours::removeProfile);
    }

    /** Cases Y09, Y10. */
    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void waitsAndGoesOnAsOftenAsItIsTold(int status) {
        // More often than a request is repeated that got no answer.
        autopilot.fault(
                Map.of("effect", "STATUS", "status", status, "retryAfterSeconds", 1, "path", "/contacts", "next", 3));
        autopilot.fault(
                Map.of("effect", "STATUS", "status", status, "retryAfterSeconds", 1, "path", "/contact", "next", 3));

        Json run = Api.run(Api.create(connection, customers));

        assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).containsExactly("ann@example.com");
    }

    @Test
    void whoFollowsARunIsToldThatItIsSlowForIt() {
        IntStream.range(0, 15).forEach(i -> others.add(UUID.randomUUID().toString()));
        others.forEach(other -> neighbours.profile(
                other, Instant.EPOCH, Map.of("email", other + "@example.com", "first_name", "Bob"), customers));
        neighbours.change(connection, "rateLimitPerSecond", 10.0);
        autopilot.fault(Map.of("effect", "STATUS", "status", 429, "path", "/contacts", "next", 1));
        String export = Api.create(connection, customers);
        String run = Api.start(export, false).path("id");

        Json slowed = Api.until(
                "/exports/" + export + "/runs/" + run,
                read -> read.get("progress.slowed") != null || read.get("finishedAt") != null);

        assertThat(slowed.getDouble("progress.slowed.requestsPerSecond")).isBetween(5.0, 9.9);
        assertThat(slowed.getString("progress.slowed.detail")).contains("asked for fewer requests");
        assertThat(Api.end(export, run).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(Api.get(export, run).<Object>get("progress.slowed")).isNull();
    }

    /** Case Y10. */
    @Test
    void noWaitAtAllIsNotBelieved() {
        autopilot.fault(
                Map.of("effect", "STATUS", "status", 429, "retryAfterSeconds", 0, "path", "/contact", "next", 5));

        assertThat(Api.run(Api.create(connection, customers)).getString("status"))
                .isEqualTo("SUCCESSFUL");

        assertThat(autopilot.peakPerSecond()).isLessThan(8);
    }

    /** Case Y11. */
    @Test
    void aListThatMayHaveBeenMadeIsLookedForAndNotMadeTwice() {
        autopilot.configure(Map.of("quirks", Map.of("sameListNameAllowed", true)));
        autopilot.fault(Map.of("effect", "CLOSE", "applied", true, "method", "POST", "path", "/list", "next", 1));

        assertThat(Api.run(Api.create(connection, customers)).getString("status"))
                .isEqualTo("SUCCESSFUL");

        assertThat(autopilot.lists()).hasSize(1);
    }

    /** Case Y19. */
    @Test
    void aListAmongThousandsIsFoundAlsoWhereTheAnswerIsCutAtFirst() {
        autopilot.configure(Map.of("quirks", Map.of("sameListNameAllowed", true)));
        IntStream.range(0, LISTS).parallel().forEach(i -> list("List " + i));
        list("Customers");
        autopilot.fault(Map.of("effect", "TRUNCATED", "path", "/lists", "next", 1));

        assertThat(Api.run(Api.create(connection, customers)).getString("status"))
                .isEqualTo("SUCCESSFUL");

        assertThat(autopilot.lists()).hasSize(LISTS + 1);
        assertThat(autopilot.memberships().get("Customers")).containsExactly("ann@example.com");
    }

    private void list(String title) {
        autopilot.asSomebodyElse("POST", "/list", Map.of("name", title));
    }
}
