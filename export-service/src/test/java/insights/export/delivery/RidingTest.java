package insights.export.delivery;

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memberships that ride along with contacts, at an account that takes them, that does not, and that does now and then. */
@QuarkusTest
class RidingTest {

    private static final int PEOPLE = 225;

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID customers = neighbours.segment("Customers");
    private final UUID buyers = neighbours.segment("Buyers");
    private final UUID elsewhere = neighbours.segment("Elsewhere");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private OnTheWay way;
    private UUID connection;
    private String export;

    @BeforeEach
    void begin() throws IOException {
        way = new OnTheWay(0);
        connection = neighbours.connection("AUTOPILOT", way.endpoint(), autopilot.key(), 10_000);
    }

    @AfterEach
    void end() {
        way.close();
        IntStream.range(0, PEOPLE + 60).forEach(i -> neighbours.removeProfile(id(i)));
    }

    @Test
    void theFirstMembershipCostsNothingWhereTheAccountTakesIt() {
        quirk("listInBulk");
        people(0, PEOPLE, customers);
        people(0, 50, customers, buyers);

        assertThat(run().getString("status")).isEqualTo("SUCCESSFUL");

        everybodyIsOn(PEOPLE, 50);
        // 3 batches; lists, two new ones, and who was on them; read back after the first, and in the end.
        assertThat(autopilot.totalRequests() - requests("POST", "/list/{list}/contact/{contact}"))
                .isLessThanOrEqualTo(3 + 5 + 1 + 5);
        assertThat(requests("POST", "/list/{list}/contact/{contact}")).isEqualTo(50);
        assertThat(found()).isZero();
        nothingIsLeftToDoAndAllOfItIsTakenOff();
    }

    @Test
    void isNotTriedAgainWhereTheAccountIgnoresItUntilAWeekLater() {
        people(0, PEOPLE, customers);
        assertThat(run().getString("status")).isEqualTo("SUCCESSFUL");
        everybodyIsOn(PEOPLE, 0);
        assertThat(requests("POST", "/list/{list}/contact/{contact}")).isEqualTo(PEOPLE);
        assertThat(riders()).as("the first batch tried it").isEqualTo(100);

        autopilot.clearCounters();
        people(PEOPLE, PEOPLE + 30, customers, buyers);
        run();
        assertThat(riders()).as("and nobody else").isEqualTo(100);
        assertThat(requests("GET", "/list/{list}/contacts")).isZero();

        quirk("listInBulk");
        new Rows(database)
                .change(
                        "update list_riding set seen_at = seen_at - interval '8 days' where connection_id = ? and not taken",
                        connection);
        people(PEOPLE + 30, PEOPLE + 60, buyers);
        autopilot.clearCounters();
        run();
        assertThat(riders()).isEqualTo(130);
        assertThat(requests("POST", "/list/{list}/contact/{contact}")).isZero();
        everybodyIsOn(PEOPLE + 30, 60);
    }

    /** What was not seen is asked for one by one. */
    @Test
    void onlyWhatWasSeenCountsWhereItIsTakenNowAndThen() {
        quirk("listInBulkSometimes");
        people(0, PEOPLE, customers);

        assertThat(run().getString("status")).isEqualTo("SUCCESSFUL");

        everybodyIsOn(PEOPLE, 0);
        assertThat(requests("POST", "/list/{list}/contact/{contact}")).isBetween(PEOPLE / 4, 3 * PEOPLE / 4);
        assertThat(found()).isZero();
        nothingIsLeftToDoAndAllOfItIsTakenOff();
    }

    /** Also by an account that once took them: it is seen at the end of the run. */
    @Test
    void anAccountThatStopsTakingItIsNoticed() {
        quirk("listInBulk");
        people(0, 100, customers);
        run();
        autopilot.configure(Map.of("quirks", Map.of("listInBulk", false)));
        people(0, 100, customers, buyers);
        people(100, PEOPLE, buyers);

        assertThat(run().getString("status")).isEqualTo("SUCCESSFUL");

        everybodyIsOn(100, PEOPLE);
        assertThat(new Rows(database)
                        .number("select count(*) from list_riding where connection_id = ? and taken", connection))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listInBulk", "listInBulkSometimes", "retryAfter"})
    void whoWasOnTheListBeforeIsLeftThere(String quirk) {
        quirk(quirk);
        Set<String> before = new TreeSet<>();
        String list = autopilot
                .asSomebodyElse("POST", "/list", Map.of("name", "Customers"))
                .getString("list_id");
        for (int i = 0; i < PEOPLE; i += 5) {
            // In their own spelling of the address.
            String email = "P" + i + "@example.com";
            autopilot.asSomebodyElse(
                    "POST", "/contact", Map.of("contact", Map.of("Email", email, "_autopilot_list", list)));
            before.add(email.toLowerCase(Locale.ROOT));
        }
        people(0, PEOPLE, customers);
        assertThat(run().getString("status")).isEqualTo("SUCCESSFUL");
        everybodyIsOn(PEOPLE, 0);
        assertThat(found()).isEqualTo(before.size());
        if (quirk.equals("listInBulk")) {
            assertThat(requests("POST", "/list/{list}/contact/{contact}"))
                    .as("who is there is not asked for")
                    .isZero();
        }

        takeOff();

        assertThat(on("Customers")).isEqualTo(before);
    }

    /** One reading of the list tells it who is there. */
    @Test
    void anotherExportOfTheSegmentAsksForNobodyOneByOne() {
        quirk("listInBulk");
        people(0, PEOPLE, customers);
        run();
        String first = export;
        create();
        autopilot.clearCounters();

        assertThat(run().getString("status")).isEqualTo("SUCCESSFUL");

        assertThat(autopilot.totalRequests()).isLessThanOrEqualTo(3 + 3 + 3);
        assertThat(found()).isEqualTo(PEOPLE);
        takeOff();
        assertThat(on("Customers")).hasSize(PEOPLE);
        export = first;
        takeOff();
        assertThat(on("Customers")).isEmpty();
    }

    /** However far it had come, and whether or not what was asked last was done. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9})
    void aRunThatWasKilledRepeatsOnlyWhatWasInFlight(int request) {
        quirk("listInBulk");
        people(0, PEOPLE, customers);
        AtomicInteger requests = new AtomicInteger();
        way.look(passing -> {
            if (requests.incrementAndGet() == request) {
                new Rows(database).loseLease(export);
            }
        });

        assertThat(run().getString("status")).isEqualTo("SUCCESSFUL");

        everybodyIsOn(PEOPLE, 0);
        assertThat(requests("POST", "/list/{list}/contact/{contact}")).isZero();
        assertThat(requests("POST", "/contacts")).isLessThanOrEqualTo(3 + 3);
        assertThat(found()).isZero();
        nothingIsLeftToDo();
        assertThat(new Rows(database)
                        .number(
                                "select count(*) from ledger where export_id = ?::uuid and contact_id is not null"
                                        + " and memberships = array[?::uuid] and joining = '{}'",
                                export,
                                customers))
                .as("all of them are known to be there by its doing")
                .isEqualTo(PEOPLE);
    }

    /** Nobody was told an id of theirs: they are found by their address. */
    @Test
    void whomAnUnansweredRequestPutOnTheListIsTakenOff() {
        unansweredAndCanceled();
        people(0, 59, elsewhere);
        person(id(58), "p58@example.com", true, customers);

        assertThat(Api.end(export, Api.start(export, true).path("id")).getString("status"))
                .isEqualTo("COMPLETED_WITH_WARNINGS");

        assertThat(on("Customers")).containsExactly("p59@example.com");
        assertThat(found()).as("that one is ours").isZero();
    }

    /** Their profile has another address by now; but who opted out has the one that was sent. */
    @Test
    void whoOptsOutIsTakenOffTheListThatAnUnansweredRequestPutSomebodyElseOn() {
        unansweredAndCanceled();
        person(id(7), "moved@example.net", false, customers);
        person(prefix + "twin", "P7@example.com", true);

        Json run = run();

        assertThat(on("Customers")).hasSize(60).contains("moved@example.net").doesNotContain("p7@example.com");
        assertThat(run.getList("warnings.reason")).doesNotContain("MAY_STILL_BE_THERE");
    }

    @Test
    void whoIsErasedIsTakenOffTheListAlsoIfARunComesBeforeTheErasure() {
        unansweredAndCanceled();
        neighbours.erase(id(7));
        assertThat(run().getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");

        Api.as("segment-service")
                .body(Map.of("profileIds", List.of(id(7)), "addresses", Map.of(id(7), List.of("p7@example.com"))))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(202);

        Patience.await()
                .untilAsserted(() -> assertThat(on("Customers")).hasSize(59).doesNotContain("p7@example.com"));
    }

    /** What one export was never told, another one of the account was. */
    @Test
    void whomAnUnansweredRequestPutOnTheListIsTakenOffByWhatAnotherExportWasTold() {
        unansweredAndCanceled();
        String first = export;
        create();
        run();
        person(id(7), "moved@example.net", false, elsewhere);

        String ended = Api.end(first, Api.start(first, true).path("id")).getString("status");

        assertThat(on("Customers")).hasSize(59).doesNotContain("p7@example.com");
        assertThat(ended).isEqualTo("SUCCESSFUL");
    }

    /** Nor is anybody told one by the erasure, which ends before the run goes on. */
    @Test
    void whoIsErasedIsTakenOffTheListThatAnUnansweredRequestPutThemOn() {
        quirk("listInBulk");
        people(0, 60, customers);
        autopilot.fault(Map.of("effect", "CLOSE", "applied", true, "path", "/contacts"));
        Api.until(export == null ? create() : export, start(), "FAILED_RETRYING"::equals);
        autopilot.clearFaults();
        assertThat(on("Customers")).hasSize(60);
        neighbours.removeProfile(id(7));

        Api.as("segment-service")
                .body(Map.of("profileIds", List.of(id(7)), "addresses", Map.of(id(7), List.of("p7@example.com"))))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(202);

        String runs = "/exports/" + export + "/runs";
        String erasure = Api.until(runs, all -> all.getList("items.purpose").contains("ERASE"))
                .find("items", "purpose", "ERASE")
                .getString("id");
        assertThat(Api.end(export, erasure).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(on("Customers")).hasSizeGreaterThanOrEqualTo(59).doesNotContain("p7@example.com");
    }

    /** The request that waits for its turn goes out without whoever opted out meanwhile. */
    @Test
    void whoOptsOutBeforeTheRequestDoesNotRide() {
        quirk("listInBulk");
        people(0, PEOPLE, customers);
        neighbours.change(connection, "rateLimitPerSecond", 100.0);
        AtomicInteger batches = new AtomicInteger();
        way.look(passing -> {
            if (passing.method().equals("POST") && passing.path().endsWith("/contacts")) {
                boolean first = batches.incrementAndGet() == 1;
                way.latencyMillis(first ? 6_000 : 0);
                if (first) {
                    neighbours.optOut(id(PEOPLE - 1));
                }
            }
        });

        assertThat(run().getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");

        assertThat(on("Customers")).hasSize(PEOPLE - 1);
        assertThat(autopilot.contacts()).hasSize(PEOPLE - 1);
        assertThat(new Rows(database)
                        .number("select count(*) from ledger where export_id = ?::uuid and joining <> '{}'", export))
                .isZero();
    }

    /** Somebody refused costs only itself, and is not thought to be on the list. */
    @Test
    void aBadContactCostsOnlyItself() {
        quirk("listInBulk");
        people(0, PEOPLE, customers);
        autopilot.fault(Map.of("effect", "REFUSE_EMAIL", "email", "p7@example.com"));

        assertThat(run().getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");

        assertThat(on("Customers")).hasSize(PEOPLE - 1).doesNotContain("p7@example.com");
        assertThat(requests("POST", "/list/{list}/contact/{contact}")).isZero();
        autopilot.clearCounters();
        run();
        assertThat(autopilot.totalRequests()).isZero();
    }

    private void unansweredAndCanceled() {
        quirk("listInBulk");
        people(0, 60, customers);
        autopilot.fault(Map.of("effect", "CLOSE", "applied", true, "path", "/contacts"));
        String run = start();
        Api.until(export, run, "FAILED_RETRYING"::equals);
        Api.as("contributor").post("/exports/" + export + "/runs/" + run + "/cancel");
        autopilot.clearFaults();
        assertThat(on("Customers")).hasSize(60);
    }

    private void nothingIsLeftToDo() {
        autopilot.clearCounters();
        run();
        assertThat(autopilot.totalRequests()).as("nothing is left to do").isZero();
    }

    private void nothingIsLeftToDoAndAllOfItIsTakenOff() {
        nothingIsLeftToDo();
        takeOff();
        assertThat(on("Customers")).isEmpty();
        assertThat(on("Buyers")).isEmpty();
    }

    private void takeOff() {
        way.look(passing -> {});
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export + "?takeOff=true")
                .then()
                .statusCode(202);
        Api.untilGone("/exports/" + export);
    }

    private void everybodyIsOn(int inCustomers, int inBuyers) {
        assertThat(on("Customers")).hasSize(inCustomers);
        assertThat(on("Buyers")).hasSize(inBuyers);
        assertThat(way.faults()).isEmpty();
    }

    private Set<String> on(String segment) {
        Set<String> on = new TreeSet<>();
        autopilot
                .memberships()
                .getOrDefault(segment, new TreeSet<>())
                .forEach(email -> on.add(email.toLowerCase(Locale.ROOT)));
        return on;
    }

    private long found() {
        return new Rows(database)
                .number("select count(*) from ledger where export_id = ?::uuid and found <> '{}'", export);
    }

    /** How often somebody was sent with a list. */
    private long riders() {
        return way.all().stream()
                .filter(passing -> passing.path().endsWith("/contacts"))
                .mapToLong(passing -> passing.body().split("_autopilot_list", -1).length - 1)
                .sum();
    }

    private int requests(String method, String path) {
        return autopilot.requests().getOrDefault(method + " " + path, 0);
    }

    private void quirk(String quirk) {
        autopilot.configure(Map.of("quirks", Map.of(quirk, true)));
    }

    private Json run() {
        return Api.end(export == null ? create() : export, start());
    }

    private String create() {
        export = Api.create(connection, customers, buyers);
        return export;
    }

    private String start() {
        return Api.start(export == null ? create() : export, false)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void people(int from, int to, UUID... segments) {
        IntStream.range(from, to)
                .forEach(i -> neighbours.profile(
                        id(i),
                        Instant.EPOCH,
                        Map.of("email", "p" + i + "@example.com", "first_name", "Ann", "points", i),
                        segments));
    }

    private void person(String id, String email, boolean optedOut, UUID... segments) {
        Map<String, Object> attributes = Map.of("email", email, "first_name", "A", "points", 1, "opted_out", optedOut);
        neighbours.profile(id, Instant.EPOCH, attributes, segments);
    }

    private String id(int number) {
        return prefix + "%03d".formatted(number);
    }
}
