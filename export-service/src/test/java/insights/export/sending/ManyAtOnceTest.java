package insights.export.sending;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OnTheWay;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in flight between the service and a destination that answers late. */
@QuarkusTest
class ManyAtOnceTest {

    private static final Pattern NUMBER = Pattern.compile("p(\\d+)@");

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final UUID customers = neighbours.segment("Customers");
    private final UUID buyers = neighbours.segment("Buyers");
    private final UUID elsewhere = neighbours.segment("Elsewhere");
    private OnTheWay way;
    private UUID connection;
    private String export;

    @BeforeEach
    void begin() throws IOException {
        way = new OnTheWay(60);
        connection = neighbours.connection("AUTOPILOT", way.endpoint(), autopilot.key(), 100);
    }

    @AfterEach
    void end() {
        way.close();
        IntStream.range(0, 600).forEach(i -> neighbours.removeProfile(id(i)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void severalAreInFlightButNeverTwoAboutOneContact(String mode) {
        int count = mode.equals("LIST") ? 60 : 600;
        people(count, customers, buyers);
        assertThat(run(mode).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(audience(mode, "Customers")).hasSize(count);
        assertThat(audience(mode, "Buyers")).hasSize(count);
        people(count, elsewhere);
        assertThat(run(mode).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(audience(mode, "Customers")).isEmpty();
        assertThat(audience(mode, "Buyers")).isEmpty();
        assertThat(way.faults()).isEmpty();
        assertThat(way.mostInFlight()).isBetween(4, 64);
    }

    /** What dies at any moment is known to whoever goes on: what may have been done, and what has been. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void eachIsAnnouncedBeforeItIsMadeAndRecordedAfterItsAnswer(String mode) {
        people(mode.equals("LIST") ? 60 : 600, customers);
        String of = " from ledger l where l.export_id = ?::uuid and l.contact_id = ?";
        way.look(passing -> {
            if (passing.path().contains("/list/") && passing.path().contains("/contact/")) {
                String contact = passing.contacts().iterator().next();
                assertThat(number("select count(*)" + of + " and ? = any (joining)", contact, customers))
                        .as("announced: " + passing.path())
                        .isOne();
                assertThat(number("select count(*)" + of + " and ? = any (memberships)", contact, customers))
                        .as("recorded before: " + passing.path())
                        .isZero();
            } else if (mode.equals("FIELD") && passing.path().endsWith("/contacts")) {
                Matcher last = NUMBER.matcher(passing.body());
                int highest = 0;
                while (last.find()) {
                    highest = Math.max(highest, Integer.parseInt(last.group(1)));
                }
                assertThat(number(
                                "select count(*) from run where export_id = ?::uuid and asked_through >= ?",
                                id(highest)))
                        .as("announced up to " + highest)
                        .isOne();
                assertThat(number(
                                "select count(*) from ledger where export_id = ?::uuid and profile_id = ? and contact_id is not null",
                                id(highest)))
                        .as("recorded before: " + highest)
                        .isZero();
            }
        });
        assertThat(run(mode).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(way.faults()).isEmpty();
        assertThat(way.mostInFlight()).isGreaterThanOrEqualTo(4);
    }

    /** Also of those that had begun to be worked on and waited for their turn. */
    @ParameterizedTest
    @ValueSource(strings = {"cancel", "consent"})
    void noneIsMadeAfterTheStop(String how) {
        int count = 40;
        people(count, customers);
        way.latencyMillis(1_000);
        neighbours.change(connection, "rateLimitPerSecond", 4.0);
        String run =
                Api.start(export("LIST"), true).then().statusCode(202).extract().path("id");
        Patience.await().until(() -> way.inFlight() > 3);
        if (how.equals("cancel")) {
            Api.as("contributor")
                    .post("/exports/" + export + "/runs/" + run + "/cancel")
                    .then()
                    .statusCode(200);
        } else {
            neighbours.change(connection, "consented", false);
        }
        // What is known of a connection may be two seconds old.
        long stopped = System.nanoTime()
                + Duration.ofMillis(how.equals("cancel") ? 400 : 4_000).toNanos();
        Json end = Api.end(export, run);
        assertThat(end.getString("status")).isEqualTo(how.equals("cancel") ? "CANCELED" : "FAILED_PERMANENT");
        Patience.await().during(Duration.ofMillis(1_500)).until(() -> way.all().stream()
                .noneMatch(passing -> passing.arrivedAt() > stopped));
        assertThat(autopilot.memberships().get("Customers")).hasSizeLessThan(count);
        if (how.equals("consent")) {
            neighbours.change(connection, "consented", true);
        }
        way.latencyMillis(20);
        neighbours.change(connection, "rateLimitPerSecond", 100.0);
        assertThat(run("LIST").getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(count);
        assertThat(way.faults()).isEmpty();
    }

    private long number(String sql, Object... after) {
        Object[] values = new Object[after.length + 1];
        values[0] = export;
        System.arraycopy(after, 0, values, 1, after.length);
        return new Rows(database).number(sql, values);
    }

    private void people(int count, UUID... segments) {
        IntStream.range(0, count)
                .forEach(i -> neighbours.profile(
                        id(i),
                        Instant.EPOCH,
                        Map.of("email", "p" + i + "@example.com", "first_name", "Ann", "points", i),
                        segments));
    }

    private String id(int number) {
        return prefix + "%03d".formatted(number);
    }

    private String export(String mode) {
        if (export == null) {
            Map<String, Object> request = new HashMap<>(Api.request(connection, customers, buyers));
            request.put("audienceMode", mode);
            export = Api.create(request);
        }
        return export;
    }

    private Json run(String mode) {
        String run =
                Api.start(export(mode), true).then().statusCode(202).extract().path("id");
        return Api.end(export, run);
    }

    private TreeSet<String> audience(String mode, String segment) {
        if (mode.equals("LIST")) {
            return autopilot.memberships().get(segment);
        }
        return autopilot.contacts().entrySet().stream()
                .filter(contact -> contact.getValue()
                        .toString()
                        .matches(".*kind=%s,[^}]*value=true.*|.*value=true[^}]*kind=%1$s[,}].*".formatted(segment)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
