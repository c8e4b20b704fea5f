package insights.export.destination;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/** An export of one segment to a new account. */
final class Job {

    private static final Neighbours NEIGHBOURS = Neighbours.get();

    final String name = "Customers";
    final AudienceMode mode;
    final StandIn account;
    final UUID connection;
    private final String prefix;
    final UUID segment;
    private final UUID elsewhere;
    String export;

    Job(AudienceMode mode, StandIn account) {
        this(
                mode,
                account,
                account.connect(1_000),
                UUID.randomUUID().toString().substring(0, 8) + "-",
                NEIGHBOURS.segment("Customers"),
                NEIGHBOURS.segment("Elsewhere"));
    }

    private Job(AudienceMode mode, StandIn account, UUID connection, String prefix, UUID segment, UUID elsewhere) {
        this.mode = mode;
        this.account = account;
        this.connection = connection;
        this.prefix = prefix;
        this.segment = segment;
        this.elsewhere = elsewhere;
    }

    /** Another export of the same segment to the same account. */
    Job beside() {
        return new Job(mode, account, connection, prefix, segment, elsewhere);
    }

    void people(int count) {
        IntStream.range(0, count).forEach(i -> person(i, "Name " + i, segment));
    }

    void person(int number, String firstName, UUID... segments) {
        NEIGHBOURS.profile(
                id(number),
                Instant.EPOCH,
                Map.of("email", address(number), "first_name", firstName, "points", number),
                segments);
    }

    /** A value that the field at the destination cannot hold. */
    void unfit(int number, UUID... segments) {
        NEIGHBOURS.profile(
                id(number),
                Instant.EPOCH.plusSeconds(1),
                Map.of("email", address(number), "first_name", "Name " + number, "points", 1.5),
                segments);
    }

    /** The export sends one more segment from now on. */
    UUID another(String called) {
        UUID another = NEIGHBOURS.segment(called);
        Api.change("PATCH", "/exports/" + export, Map.of("segmentIds", List.of(segment, another)));
        return another;
    }

    void leaves(int number) {
        person(number, "Name " + number, elsewhere);
    }

    String id(int number) {
        return prefix + "%03d".formatted(number);
    }

    String start() {
        if (export == null) {
            Map<String, Object> request = new HashMap<>(Api.request(connection, segment));
            request.put("dataMatching", account.dataMatching());
            request.put("audienceMode", mode);
            export = Api.create(request);
        }
        return Api.start(export, true).then().statusCode(202).extract().path("id");
    }

    Json run() {
        String run = start();
        return Api.end(export, run);
    }

    /** A run of which everything was done and no answer came; it goes on later. */
    void unanswered(int count) {
        neverAnswered(count);
        account.heal();
        assertThat(audience()).hasSize(count);
    }

    /** The same, and it does not go on. */
    void unansweredAndCanceled(int count) {
        String run = neverAnswered(count);
        Api.change("POST", "/exports/" + export + "/runs/" + run + "/cancel", Map.of());
        Api.end(export, run);
        account.heal();
        assertThat(audience()).hasSize(count);
    }

    private String neverAnswered(int count) {
        people(count);
        account.fault(StandIn.Fault.NEVER_ANSWERED);
        String run = start();
        Api.until(export, run, "FAILED_RETRYING"::equals);
        Api.until("/exports/" + export + "/runs/" + run, state -> state.getInt("failures") == 2);
        return run;
    }

    /** From now on the person has another address. */
    void moves(int number) {
        NEIGHBOURS.profile(
                id(number),
                Instant.EPOCH.plusSeconds(1),
                Map.of("email", "moved@example.net", "first_name", "Name " + number, "points", number),
                segment);
    }

    /** Somebody who is in no segment opts out of the address that a person had. */
    void optsOut(int number) {
        NEIGHBOURS.profile(
                id(number) + "-twin",
                Instant.EPOCH,
                Map.of("email", address(number).toUpperCase(Locale.ROOT), "opted_out", true));
    }

    /** They are erased, which is not known here yet. */
    void erased(int number) {
        NEIGHBOURS.erase(id(number));
    }

    void erase(int number, Map<String, List<String>> addresses) {
        NEIGHBOURS.removeProfile(id(number));
        Api.as("segment-service")
                .body(Map.of("profileIds", List.of(id(number)), "addresses", addresses))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(202);
    }

    /** The run that carries it out. */
    Json erasure() {
        String runs = "/exports/" + export + "/runs";
        String run = Api.until(runs, all -> all.getList("items.purpose").contains("ERASE"))
                .find("items", "purpose", "ERASE")
                .getString("id");
        return Api.end(export, run);
    }

    long previewed(String what) {
        return Api.as("contributor")
                .post("/exports/" + export + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong(what);
    }

    /** The segment is shown in another way from now on. */
    void other() {
        AudienceMode to = account.audienceModes().stream()
                .filter(one -> one != mode)
                .findFirst()
                .orElseThrow();
        Api.change("PATCH", "/exports/" + export, Map.of("audienceMode", to));
    }

    /** The export is removed, and the destination left as it is. */
    void forget() {
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export)
                .then()
                .statusCode(204);
        forgotten();
    }

    void forgotten() {
        export = null;
    }

    void remove() {
        Api.as("contributor")
                .header("If-Match", "*")
                .queryParam("takeOff", true)
                .delete("/exports/" + export)
                .then()
                .statusCode(202);
        Api.untilGone("/exports/" + export);
    }

    Set<String> audience() {
        return account.audience(mode, name);
    }

    void expect(int... people) {
        assertThat(audience()).isEqualTo(addresses(people));
        assertThat(account.firstNames()).containsKeys(addresses(people).toArray(String[]::new));
    }

    /** One has what addresses may have and paths may not (E01). */
    static String address(int person) {
        return (person == 1 ? "o'neil+50%/" : "") + "p" + person + "@example.com";
    }

    static Set<String> addresses(int... people) {
        return new TreeSet<>(Arrays.stream(people).mapToObj(Job::address).toList());
    }
}
