package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An opt-out holds for the address (D3), also where the profile that the contact was exported for is gone or has another
 * address by now: what is kept of the address is a key, by which segment-service is asked.
 */
@QuarkusTest
class OptOutByAddressTest {

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 10_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID elsewhere = neighbours.segment("Elsewhere");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();

    @AfterEach
    void leaveAsFound() {
        people.forEach(neighbours::removeProfile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void takesOffWhoseAddressOptedOutElsewhereAfterItsProfileWentOrChanged(String mode) {
        crowd(200);
        String export = export(mode);
        Api.run(export);
        goChangeAndOptOut();

        Json run = Api.run(export);

        assertThat(run.getString("reason")).isEqualTo("MASS_REMOVAL");
        assertThat(run.getString("detail")).contains("100 of 198 people", "Taken off all the same: 2 who opted out");
        assertThat(autopilot.audience(mode, "Customers"))
                .hasSize(198)
                .contains("p40@example.com")
                .doesNotContain("p0@example.com", "p1@example.com");
        assertThat(Api.run(export).getInt("totals.requests")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void learnsTheKeysOfWhatWasDeliveredBeforeThereWereAny(String mode) {
        crowd(200);
        String export = export(mode);
        Api.run(export);
        new Rows(database).change("update ledger set opt_out_key = null where export_id = ?", UUID.fromString(export));
        assertThat(Api.run(export).getInt("totals.requests")).isZero();
        goChangeAndOptOut();

        Api.run(export);

        assertThat(autopilot.audience(mode, "Customers"))
                .hasSize(198)
                .doesNotContain("p0@example.com", "p1@example.com");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void joinsNobodyWhoseAddressOptsOutWhileOthersJoin(boolean profileGoes) {
        crowd(210);
        neighbours.afterOptOutsWereAsked(() -> {
            if (profileGoes) {
                neighbours.removeProfile(id("p99"));
            } else {
                person("p99", "p99.new@example.com", false, customers);
            }
            person("twin", "P99@example.com", true, elsewhere);
        });

        Json run = Api.run(export("LIST"));

        assertThat(autopilot.audience("LIST", "Customers")).hasSize(209).doesNotContain("p99@example.com");
        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(Api.rejections(run.getString("exportId"), run.getString("id")))
                .containsOnly(Map.entry(id("p99"), "OPTED_OUT"));
    }

    /** One profile is gone, one has another address, both addresses opt out elsewhere; 100 more leave by a slip of a rule. */
    private void goChangeAndOptOut() {
        neighbours.removeProfile(id("p0"));
        person("p1", "p1.new@example.com", false, customers);
        person("twin0", "P0@example.com", true, elsewhere);
        person("twin1", "p1@Example.com", true, elsewhere);
        IntStream.range(40, 140).forEach(i -> person("p" + i, "p" + i + "@example.com", false, elsewhere));
    }

    private void crowd(int size) {
        IntStream.range(0, size).forEach(i -> person("p" + i, "p" + i + "@example.com", false, customers));
    }

    private void person(String name, String email, boolean optedOut, UUID... in) {
        people.add(id(name));
        Map<String, Object> attributes = Map.of("email", email, "first_name", name, "points", 1, "opted_out", optedOut);
        neighbours.profile(id(name), Instant.parse("2026-01-01T00:00:00Z"), attributes, in);
    }

    private String id(String name) {
        return prefix + name;
    }

    private String export(String mode) {
        Map<String, Object> request = Api.request(connection, customers);
        request.put("audienceMode", mode);
        return Api.create(request);
    }
}
