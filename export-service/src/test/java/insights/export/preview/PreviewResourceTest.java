package insights.export.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OrttoSandbox;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview says what the run then does. */
@QuarkusTest
class PreviewResourceTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 50);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID fans = neighbours.segment("Fans");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    /** At Ortto it asks for tags and fields first, and makes what is not there. */
    @Test
    void agreesWithTheRunWhereTagsShowSegments() {
        OrttoSandbox ortto = new OrttoSandbox();
        IntStream.range(0, 130).forEach(i -> profile(i, "p" + i + "@example.com", "Name", customers));
        Map<String, Object> request = Api.request(ortto.connect(1_000), customers, fans);
        request.put(
                "dataMatching",
                List.of(
                        Map.of("target", "str::email", "field", "email"),
                        Map.of("target", "+integer:Points", "field", "points")));
        String export = Api.create(request);
        assertThat(tagged(ortto, export)).isEqualTo(List.of(130L, 0L, 1 + 2 + 2L));
        profile(300, "p300@example.com", "Name", fans);
        IntStream.range(0, 7).forEach(i -> profile(i, "p" + i + "@example.com", "Name"));
        assertThat(tagged(ortto, export)).isEqualTo(List.of(1L, 7L, 1 + 1 + 1L));
        IntStream.range(7, 9).forEach(i -> profile(i, "p" + i + "@example.com", "Name"));
        assertThat(tagged(ortto, export)).isEqualTo(List.of(0L, 2L, 1L));
        assertThat(tagged(ortto, export)).isEqualTo(List.of(0L, 0L, 0L));
    }

    /** Who is added and taken off by how many requests, as the preview says and the run does it. */
    private static List<Long> tagged(OrttoSandbox ortto, String export) {
        ortto.account().clearCounters();
        Json preview = preview(export);
        assertThat(ortto.account().totalRequests()).as("sent by the preview").isZero();
        Json run = Api.run(export, Map.of("confirmRemovals", true));
        List<Long> told =
                Stream.of("toAdd", "toRemove", "requests").map(preview::getLong).toList();
        assertThat(Stream.of("contactsUpserted", "membershipsLeft", "requests")
                        .map(total -> run.getLong("totals." + total)))
                .isEqualTo(told);
        assertThat(ortto.account().totalRequests()).isEqualTo(preview.getInt("requests"));
        return told;
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void agreesWithTheRun(String mode) {
        neighbours.change(connection, "rateLimitPerSecond", 1_000);
        IntStream.range(0, 230).forEach(i -> profile(i, "p" + i + "@example.com", "Name", customers, fans));
        profile(900, null, "Name", customers);
        profile(901, "p1@example.com", "Name", customers);
        Map<String, Object> request = Api.request(connection, customers, fans);
        request.put("audienceMode", mode);
        String export = Api.create(request);
        first(export, mode);
        IntStream.range(0, 5).forEach(i -> profile(i, "p" + i + "@example.com", "New name", customers));
        // Of those who leave, the address of one changed and another one is gone.
        IntStream.range(5, 10).forEach(i -> profile(i, "p" + i + "@example.com", "Name"));
        profile(10, "another10@example.com", "Name");
        neighbours.removeProfile(prefix + 11);
        profile(300, "p300@example.com", "Name", fans);
        second(export, mode);
    }

    private void first(String export, String mode) {
        Json preview = preview(export);
        assertThat(preview.getMap("rejected")).isEqualTo(Map.of("NO_EMAIL", 1, "DUPLICATE_EMAIL", 1));
        assertThat(preview.getLong("toAdd")).isEqualTo(230);
        assertThat(preview.getLong("toUpdate") + preview.getLong("toRemove")).isZero();
        // Lists are looked for and made; one is read before and after it was tried whether memberships ride along.
        assertThat(preview.getLong("requests")).isEqualTo(mode.equals("LIST") ? 3 + 460 + 3 + 2 : 3);
        run(export, preview);
    }

    private void second(String export, String mode) {
        Json preview = preview(export);
        assertThat(preview.getLong("toAdd")).isEqualTo(1);
        assertThat(preview.getLong("toUpdate")).isEqualTo(5);
        assertThat(preview.getLong("toRemove")).isEqualTo(7);
        assertThat(preview.getLong("unchanged")).isEqualTo(218);
        assertThat(preview.getLong("requests")).isEqualTo(mode.equals("LIST") ? 1 + 1 + 5 + 14 : 1 + 1 + 2);
        run(export, preview);
    }

    private void run(String export, Json preview) {
        assertThat(autopilot.requests()).as("sent by the preview").isEmpty();
        Json run = Api.run(export);
        Map<String, Object> totals = run.getMap("totals");
        assertThat(autopilot.requests().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(preview.getInt("requests"));
        assertThat(totals)
                .containsEntry("requests", preview.getInt("requests"))
                .containsEntry("profiles", preview.getInt("profiles"))
                .containsEntry("eligible", preview.getInt("eligible"))
                .containsEntry("membershipsJoined", preview.getInt("joins"))
                .containsEntry("contactsUpserted", preview.getInt("toAdd") + preview.getInt("toUpdate"));
        autopilot.clearCounters();
    }

    @Test
    void saysHowLongItTakesAndWhatWouldStopIt() {
        IntStream.range(0, 1_500).forEach(i -> profile(i, "p" + i + "@example.com", "Name", customers));
        String export = Api.create(connection, customers);
        Json preview = preview(export);
        // A list is looked for and made, and read before and after it was tried whether memberships ride along.
        assertThat(preview.getInt("requests")).isEqualTo(15 + 1_500 + 2 + 2);
        assertThat(preview.getDouble("minutes")).isEqualTo(0.6);
        assertThat(preview.getString("stop")).isNull();
        String empty = Api.create(connection, fans);
        profile(2_000, "no address", "Name", fans);
        assertThat(preview(empty).getString("stop.reason")).isEqualTo("NO_EMAIL_ADDRESSES");
        Api.as("viewer").post("/exports/" + export + "/preview").then().statusCode(403);
        Api.as("contributor")
                .post("/exports/" + UUID.randomUUID() + "/preview")
                .then()
                .statusCode(404)
                .body("title", equalTo("Not found"));
    }

    private static Json preview(String export) {
        return Json.from(Api.as("contributor")
                .post("/exports/" + export + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private void profile(int id, String email, String name, UUID... segments) {
        Map<String, Object> attributes = new HashMap<>(Map.of("first_name", name, "points", 1));
        if (email != null) {
            attributes.put("email", email);
        }
        neighbours.profile(prefix + id, EARLY, attributes, segments);
    }
}
