package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An export whose audience mode was changed, seen by whoever looks at Autopilot before each of its requests: nobody who was in an
 * audience and will be is in none meanwhile. Guards are those that a handful of people set off.
 */
@QuarkusTest
@TestProfile(OtherInstallation.class)
class MoveOverTest {

    private static final int PEOPLE = 24;
    private static final int LEAVES = 1;
    private static final int OPTS_OUT = 2;
    private static final int RENAMED = 3;
    private static final int THERE_BEFORE_US = 4;
    private static final String STRANGER = "stranger@example.net";

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final UUID customers = neighbours.segment("Customers");
    private final UUID buyers = neighbours.segment("Buyers");
    private OnTheWay way;
    private String list;
    private String export;
    private volatile boolean changed;

    @BeforeEach
    void begin() throws IOException {
        way = new OnTheWay(5);
        list = autopilot
                .asSomebodyElse("POST", "/list", Map.of("name", "Customers"))
                .getString("list_id");
        for (String email : List.of(email(THERE_BEFORE_US), STRANGER)) {
            autopilot.asSomebodyElse("POST", "/contact", Map.of("contact", theirs(email)));
        }
    }

    private Map<String, String> theirs(String email) {
        return Map.of("Email", email, "_autopilot_list", list);
    }

    @AfterEach
    void end() {
        way.close();
        IntStream.rangeClosed(0, PEOPLE).forEach(i -> neighbours.removeProfile(prefix + i));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void putsPeopleIntoTheNewAudienceBeforeTheyLeaveTheOldOne(String before) {
        deliver(before);
        String after = change(before);
        int foreseen = Api.as("contributor")
                .post("/exports/" + export + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .path("requests");
        autopilot.clearCounters();
        way.look(passing -> nobodyIsInNone(passing));

        Json run = Api.run(export);

        // Who opted out is not exported. No guard took it for a removal.
        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(run.getString("phase")).isEqualTo("MOVE");
        // It is not foreseen that one of the lists is there already.
        assertThat(autopilot.totalRequests()).isBetween(foreseen - 1, foreseen);
        everybodyIsWhereTheyBelong(after);
    }

    /** However far it had come: before anybody, in the midst of those who come, in the midst of those who go. */
    @ParameterizedTest
    @CsvSource({"LIST, 3", "LIST, 4", "LIST, 20", "FIELD, 2", "FIELD, 15", "FIELD, 40"})
    void goesOnWithoutAGapAfterItWasKilled(String before, int request) {
        deliver(before);
        String after = change(before);
        AtomicInteger requests = new AtomicInteger();
        way.look(passing -> {
            if (requests.incrementAndGet() == request) {
                kill();
            }
            nobodyIsInNone(passing);
        });

        assertThat(Api.run(export).getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");

        assertThat(requests).as("killed at all").hasValueGreaterThan(request);
        everybodyIsWhereTheyBelong(after);
    }

    /** Killed on the way, and then nobody wants it any more. */
    @ParameterizedTest
    @CsvSource({"LIST, 6", "LIST, 20", "FIELD, 15", "FIELD, 40"})
    void turnsBackWithoutAGap(String before, int request) {
        deliver(before);
        change(before);
        AtomicInteger requests = new AtomicInteger();
        way.look(passing -> {
            if (requests.incrementAndGet() == request) {
                Api.as("contributor").post("/exports/" + export + "/runs/" + latest() + "/cancel");
            }
            nobodyIsInNone(passing);
        });
        assertThat(Api.run(export).getString("status")).isEqualTo("CANCELED");
        mode(before);

        assertThat(Api.run(export).getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");

        if (before.equals("FIELD")) {
            // Whether the request that was on its way found the person there got no answer (decision 3).
            autopilot.asSomebodyElse("POST", "/contact", Map.of("contact", theirs(email(THERE_BEFORE_US))));
        }
        everybodyIsWhereTheyBelong(before);
    }

    /** The other export found on the list who this one put there, and is the one that is moved. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNoGapWhereAnotherExportTakesOffWhomItSharesTheListWith(boolean killed) {
        deliver("LIST");
        String first = export;
        deliver("LIST");
        mode("FIELD");
        if (killed) {
            autopilot.fault(Map.of("effect", "STATUS", "status", 503));
            way.look(passing -> Api.as("contributor").post("/exports/" + export + "/runs/" + latest() + "/cancel"));
            assertThat(Api.run(export).getString("status")).isEqualTo("CANCELED");
            autopilot.clearFaults();
        }
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("segmentIds", List.of(neighbours.segment("Nobody"), buyers)))
                .patch("/exports/" + first)
                .then()
                .statusCode(200);
        way.look(passing -> nobodyIsInNone(passing));

        Api.end(first, Api.start(first, true).path("id"));
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");

        assertThat(way.faults()).isEmpty();
        assertThat(listed("Customers")).containsExactlyInAnyOrder(email(THERE_BEFORE_US), STRANGER);
        assertThat(flagged("Customers")).hasSize(PEOPLE);
    }

    /** What the destination does not take in its new shape stays where it is. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoIsNotTakenStaysInTheOldAudience(String before) {
        deliver(before);
        mode(other(before));
        autopilot.fault(
                before.equals("LIST")
                        ? Map.of("effect", "REFUSE_EMAIL", "email", email(6))
                        : Map.of(
                                "effect",
                                "STATUS",
                                "status",
                                400,
                                "path",
                                "/list/{list}/contact/{contact}",
                                "next",
                                1));
        way.look(passing -> nobodyIsInNone(passing));

        assertThat(Api.run(export).getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");

        assertThat(way.faults()).isEmpty();
        int left = before.equals("LIST")
                ? without(listed("Customers")).size() + listed("Buyers").size()
                : flagged("Customers").size() + flagged("Buyers").size();
        assertThat(left).isEqualTo(before.equals("LIST") ? 2 : 1);
        autopilot.clearFaults();
        autopilot.clearCounters();
        Api.run(export);
        assertThat(autopilot.totalRequests()).isLessThanOrEqualTo(2);
    }

    /** An audience that only opt-outs made smaller stays guarded, and nobody counts twice for having been in two. */
    @Test
    void whoOptsOutOfBothAudiencesAtOnceIsOnePersonToTheGuards() {
        deliver("LIST");
        mode("FIELD");
        AtomicInteger requests = new AtomicInteger();
        way.look(passing -> {
            if (requests.incrementAndGet() == 2) {
                Api.as("contributor").post("/exports/" + export + "/runs/" + latest() + "/cancel");
            }
        });
        assertThat(Api.run(export).getString("status")).isEqualTo("CANCELED");
        assertThat(flagged("Customers")).hasSize(PEOPLE);
        assertThat(without(listed("Buyers"))).hasSizeGreaterThan(PEOPLE / 3);
        way.look(passing -> {});
        IntStream.range(0, PEOPLE).forEach(this::leaves);
        List<Integer> out = List.of(2, 6, 8, 10);
        out.forEach(number -> person(number, "Ann", true));

        Json run = Api.run(export);

        assertThat(run.getString("reason")).isEqualTo("MASS_REMOVAL");
        String[] addresses = out.stream().map(MoveOverTest::email).toArray(String[]::new);
        assertThat(in("Customers")).doesNotContain(addresses).contains(email(0));
        assertThat(in("Buyers")).doesNotContain(addresses).contains(email(0));
        for (UUID segment : List.of(customers, buyers, new UUID(0, 0))) {
            assertThat(new Rows(database)
                            .number(
                                    "select people from audience_gone where export_id = ?::uuid and segment_id = ?",
                                    export,
                                    segment))
                    .isEqualTo(out.size());
        }
    }

    private void leaves(int number) {
        neighbours.profile(
                prefix + number, Instant.EPOCH, Map.of("email", email(number), "first_name", "Ann", "points", 1));
    }

    private static Set<String> without(Set<String> listed) {
        Set<String> ours = new TreeSet<>(listed);
        ours.removeAll(Set.of(email(THERE_BEFORE_US), STRANGER));
        return ours;
    }

    /** An account of which it is known, so that nobody tries. */
    private UUID connect() {
        UUID connection = neighbours.connection("AUTOPILOT", way.endpoint(), autopilot.key(), 1_000);
        new Rows(database)
                .change(
                        "insert into list_riding (connection_id, taken, seen_at) values (?, false, clock_timestamp())",
                        connection);
        return connection;
    }

    private void deliver(String mode) {
        IntStream.range(0, PEOPLE).forEach(i -> person(i, "Ann", false));
        UUID connection = export == null
                ? connect()
                : UUID.fromString(Api.get("/exports/" + export).getString("connectionId"));
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers, buyers));
        request.put("audienceMode", mode);
        request.put("optOutField", "opted_out");
        export = Api.create(request);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
    }

    /** The mode; and one leaves, one opts out, one has another name, one comes. */
    private String change(String before) {
        leaves(LEAVES);
        person(OPTS_OUT, "Ann", true);
        person(RENAMED, "Bea", false);
        person(PEOPLE, "Ann", false);
        changed = true;
        mode(other(before));
        return other(before);
    }

    private static String other(String mode) {
        return mode.equals("LIST") ? "FIELD" : "LIST";
    }

    private void mode(String mode) {
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("audienceMode", mode))
                .patch("/exports/" + export)
                .then()
                .statusCode(200);
    }

    private void person(int number, String name, boolean optedOut) {
        neighbours.profile(
                prefix + number,
                Instant.EPOCH,
                Map.of("email", email(number), "first_name", name, "points", number, "opted_out", optedOut),
                number % 2 == 0 ? new UUID[] {customers, buyers} : new UUID[] {customers});
    }

    private void nobodyIsInNone(OnTheWay.Passing passing) {
        Set<String> inCustomers = in("Customers");
        Set<String> inBuyers = in("Buyers");
        assertThat(inCustomers).as("before " + passing.path()).containsAll(stayers(1));
        assertThat(inBuyers).as("before " + passing.path()).containsAll(stayers(2));
        boolean puts = passing.method().equals("POST")
                && (passing.path().contains("/list/") || passing.body().contains("FirstName"));
        if (puts && changed) {
            assertThat(Stream.of(inCustomers, inBuyers).flatMap(Set::stream))
                    .as("at once, before " + passing.path())
                    .doesNotContain(email(LEAVES), email(OPTS_OUT));
        }
    }

    private static List<String> stayers(int step) {
        return IntStream.range(0, PEOPLE)
                .filter(i -> i != LEAVES && i != OPTS_OUT && i % step == 0)
                .mapToObj(MoveOverTest::email)
                .toList();
    }

    private void everybodyIsWhereTheyBelong(String mode) {
        assertThat(way.faults()).isEmpty();
        Set<String> inCustomers = new TreeSet<>(stayers(1));
        inCustomers.add(email(PEOPLE));
        Set<String> inBuyers = new TreeSet<>(stayers(2));
        inBuyers.add(email(PEOPLE));
        Set<String> theirs = Set.of(email(THERE_BEFORE_US), STRANGER);
        boolean byList = mode.equals("LIST");
        assertThat(flagged("Customers")).isEqualTo(byList ? Set.of() : inCustomers);
        assertThat(flagged("Buyers")).isEqualTo(byList ? Set.of() : inBuyers);
        assertThat(listed("Buyers")).isEqualTo(byList ? inBuyers : Set.of());
        if (byList) {
            inCustomers.addAll(theirs);
        }
        assertThat(listed("Customers")).isEqualTo(byList ? inCustomers : theirs);
        autopilot.clearCounters();
        Api.run(export);
        assertThat(autopilot.totalRequests()).as("nothing is left to do").isZero();
    }

    private Set<String> in(String segment) {
        Set<String> in = listed(segment);
        in.addAll(flagged(segment));
        return in;
    }

    private Set<String> listed(String segment) {
        return autopilot.memberships().getOrDefault(segment, new TreeSet<>());
    }

    @SuppressWarnings("unchecked")
    private Set<String> flagged(String segment) {
        Set<String> flagged = new TreeSet<>();
        autopilot.contacts().forEach((email, contact) -> {
            List<Map<String, Object>> fields =
                    (List<Map<String, Object>>) contact.getOrDefault("custom_fields", List.of());
            if (fields.stream()
                    .anyMatch(field -> segment.equals(field.get("kind")) && Boolean.TRUE.equals(field.get("value")))) {
                flagged.add(email);
            }
        });
        return flagged;
    }

    private void kill() {
        new Rows(database).loseLease(export);
    }

    private String latest() {
        return Api.get("/exports/" + export + "/runs").getString("items[0].id");
    }

    private static String email(int number) {
        return "p" + number + "@example.com";
    }
}
