package insights.export.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs across all exports (I3). */
@QuarkusTest
class RunListResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID other = neighbours.connection(new Sandbox(), 1_000);
    private final UUID people = neighbours.segment("People");
    private final UUID nobody = neighbours.segment("Nobody");
    private final String ours = "/runs?connectionId=" + connection + "&connectionId=" + other;

    @Test
    void listsRunsOfSeveralExportsNewestFirstByWhatTheyAre() {
        neighbours.profile("p-" + people, Instant.EPOCH, Map.of("email", "p@example.com"), people);
        neighbours.profile("n-" + nobody, Instant.EPOCH, Map.of(), nobody);
        String good = Api.create(connection, people);
        String bad = Api.create(other, nobody);
        String first = Api.run(good).getString("id");
        Json skipped = Api.run(bad);
        String second = skipped.getString("id");
        String third = Api.run(good).getString("id");

        list("").body("items.id", contains(third, second, first))
                .body("items[1].exportName", equalTo(Api.get("/exports/" + bad).getString("displayName")))
                .body("items[1].reason", equalTo("NO_EMAIL_ADDRESSES"))
                .body(
                        "items[1].requestedBy",
                        equalTo(Map.of("subject", "subject-of-contributor", "name", "contributor")));
        list("&exportId=" + bad).body("items.id", contains(second));
        list("&status=SKIPPED").body("items.id", contains(second));
        list("&status=SKIPPED&status=SUCCESSFUL").body("items.id", contains(third, second, first));
        list("&trigger=SCHEDULED").body("items", empty());
        list("&trigger=SCHEDULED&trigger=ON_DEMAND").body("items.id", contains(third, second, first));
        list("&since=" + skipped.getString("requestedAt")).body("items.id", contains(third, second));
        list("&until=" + skipped.getString("requestedAt")).body("items.id", contains(first));
        Api.as("viewer").get("/runs?connectionId=" + other).then().body("items.id", contains(second));
        String ofGood = "/exports/" + good + "/runs?trigger=ON_DEMAND";
        String between = skipped.getString("requestedAt");
        Api.as("viewer").get(ofGood + "&since=" + between).then().body("items.id", contains(third));
        Api.as("viewer").get(ofGood + "&until=" + between).then().body("items.id", contains(first));
        Api.as("viewer")
                .get("/exports/" + good + "/runs?trigger=SCHEDULED")
                .then()
                .body("items", empty());
        Api.as("viewer")
                .get("/exports/" + good + "/runs?status=SKIPPED&status=SUCCESSFUL")
                .then()
                .statusCode(200)
                .body("items.id", contains(third, first));
    }

    @Test
    void findsRunsBySegmentAndSaysWhatTheirConnectionsAreCalled() {
        String name = "Spring " + connection;
        neighbours.change(connection, "displayName", name);
        String both = Api.run(Api.create(connection, people, nobody)).getString("id");
        String one = Api.run(Api.create(other, people)).getString("id");

        list("&segmentId=" + nobody).body("items.id", contains(both));
        list("&segmentId=" + nobody + "&segmentId=" + people).body("items.id", contains(one, both));
        list("&segmentId=" + UUID.randomUUID()).body("items", empty());
        list("&segmentId=" + people).body("items.connectionName", contains("Autopilot", name));
        neighbours.removeConnection(other);
        list("").body("items[0].connectionName", nullValue()).body("items[1].connectionName", equalTo(name));
    }

    @Test
    void keepsTheNamesWhileDestinationServiceIsAway() {
        neighbours.change(connection, "displayName", "Known " + connection);
        Api.run(Api.create(connection, people));
        list("");
        neighbours.instead(exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        try {
            list("").body("items.connectionName", contains("Known " + connection));
        } finally {
            neighbours.instead(null);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sortsBothWaysAndPagesInThatOrder(boolean ofOneExport) {
        String export = Api.create(connection, people);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(Api.run(export).getString("id"));
        }
        String list = ofOneExport ? "/exports/" + export + "/runs?status=SKIPPED&status=SUCCESSFUL" : ours;
        assertThat(pages(list + "&sort=requestedAt&limit=2")).isEqualTo(made);
        assertThat(pages(list + "&sort=-requestedAt&limit=2")).isEqualTo(made.reversed());
        Api.as("viewer").get(list + "&sort=createdAt").then().statusCode(422).body("errors.pointer", contains("sort"));
        assertThat(Api.get(list).getList("items.connectionName")).containsOnly("Autopilot");
    }

    @Test
    void pagesWithoutLosingOrRepeatingARun() {
        String export = Api.create(connection, people);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(Api.run(export).getString("id"));
        }
        assertThat(pages(ours + "&limit=2")).isEqualTo(made);
    }

    private static List<String> pages(String first) {
        List<String> seen = new ArrayList<>();
        for (String next = first; next != null; ) {
            Json page = Api.get(next);
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        return seen;
    }

    @ParameterizedTest
    @CsvSource({
        "status=DONE, status",
        "exportId=x, exportId",
        "segmentId=x, segmentId",
        "sort=status, sort",
        "since=yesterday, since",
        "limit=0, limit",
        "after=x, after"
    })
    void refusesWhatItCannotRead(String query, String parameter) {
        Api.as("viewer").get("/runs?" + query).then().statusCode(422).body("errors.pointer", hasItem(parameter));
    }

    @Test
    void takesTimesWithOffsets() {
        String export = Api.create(other, nobody);
        String run = Api.start(export, false).then().statusCode(202).extract().path("id");
        Instant queued = Instant.parse(Api.end(export, run).getString("requestedAt"));
        OffsetDateTime there = queued.atOffset(ZoneOffset.ofHoursMinutes(5, 45));
        Api.as("viewer")
                .queryParam("exportId", export)
                .queryParam("since", there.toString())
                .get("/runs")
                .then()
                .statusCode(200)
                .body("items.id", contains(run));
        Api.as("viewer")
                .queryParam("exportId", export)
                .queryParam("until", there.toString())
                .get("/runs")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void takesAsManyFiltersAsItSaysAndRefusesAddressesThatAreLonger() {
        String many = "&exportId=" + UUID.randomUUID();
        Api.as("viewer")
                .get(ours
                        + many.repeat(100)
                        + "&connectionId=%s".formatted(other).repeat(98)
                        + "&status=SKIPPED".repeat(100))
                .then()
                .statusCode(200)
                .body("items", empty());
        Api.as("viewer").get(ours + "&after=" + "A".repeat(300_000)).then().statusCode(414);
    }

    @ParameterizedTest
    @CsvSource({"viewer, 200", "contributor, 200", "admin, 200", "export-service, 403", "platform, 403"})
    void isForPeople(String role, int status) {
        Api.as(role).get("/runs").then().statusCode(status);
    }

    private ValidatableResponse list(String filter) {
        return Api.as("viewer").get(ours + filter).then().statusCode(200);
    }
}
