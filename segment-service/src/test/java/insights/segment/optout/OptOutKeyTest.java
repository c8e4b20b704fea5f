package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** export-service keeps no address; by a key of each it asks later who opted out, whatever became of the profile (D3). */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OptOutKeyTest {

    private static final String[] ROLES = {"optOut=ok_out", "email=ok_mail"};

    @Test
    void isTheSameHoweverTheAddressIsWrittenAndTellsNothingOfIt() {
        imported(
                file(
                        "key-1,ann.key@example.com,",
                        "key-2,\u200bAnn.Key@EXAMPLE.com\u00a0,",
                        "key-3,bob.key@example.com,",
                        "key-4,no address,",
                        "key-5,,"),
                ROLES);
        Map<String, String> keys = keys("key-");
        assertThat(keys).containsOnlyKeys("key-1", "key-2", "key-3");
        assertThat(keys.get("key-1")).isEqualTo(keys.get("key-2")).isNotEqualTo(keys.get("key-3"));
        assertThat(keys.get("key-1")).matches("[A-Za-z0-9_-]{43}");
        // Who does not ask for it does not get it.
        assertThat(lines(members(segmentOfAll(), "ok_mail", ""))).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContainKey("optOutKey"));
    }

    @Test
    void tellsOfAnAddressThatOptedOutElsewhereAfterItsProfileChangedOrWent() {
        imported(file("moves-1,moves@example.com,", "goes-1,goes@example.com,", "stays-1,stays@example.com,"), ROLES);
        Map<String, String> before = keys("");
        List<String> all = List.of(before.get("moves-1"), before.get("goes-1"), before.get("stays-1"));
        assertThat(optedOut(all)).isEmpty();

        imported(file("moves-1,moved.away@example.com,"), ROLES);
        as("admin").delete("/profiles/goes-1").then().statusCode(204);
        // The second line is rejected: an erased person does not come back. Their opt-out counts all the same.
        imported(file("moves-2,Moves@Example.com,true", "goes-2,goes@example.com,true"), ROLES)
                .body("rejected", equalTo(1));
        assertThat(optedOut(all)).containsExactly(all.get(0), all.get(1));
        assertThat(ask(List.of("moves-1"), all).<List<String>>path("optedOut"))
                .as("by the profile, which has another address")
                .isEmpty();

        // The one who said so is erased; it stays said.
        as("admin").delete("/profiles/moves-2").then().statusCode(204);
        assertThat(optedOut(all)).containsExactly(all.get(0), all.get(1));
    }

    @Test
    void tellsNothingMoreOfAnOptOutThatEnded() {
        imported(file("ends-1,ends@example.com,", "ends-2,ends@example.com,true"), ROLES);
        List<String> key = List.of(keys("ends-").get("ends-1"));
        assertThat(optedOut(key)).isEqualTo(key);
        imported(file("ends-2,ends@example.com,false"), ROLES);
        assertThat(optedOut(key)).isEmpty();
    }

    @Test
    void tellsWhoOptedOutAndHasOrHadTheAddress() {
        imported(file("who-1,who@example.com,", "who-5,other.who@example.com,"), ROLES);
        Map<String, String> keys = keys("who-");
        String key = keys.get("who-1");
        assertThat(people(List.of(key))).isEmpty();
        imported(
                file(
                        "who-1,who.new@example.com,",
                        "who-2,WHO@example.com,true",
                        "who-3,who@example.com,",
                        "who-4,who@example.com,true"),
                ROLES);
        imported(file("who-4,elsewhere@example.com,true"), ROLES);

        Map<String, List<String>> people = people(List.of(keys.get("who-5"), key));

        assertThat(people).containsOnlyKeys(key);
        assertThat(people.get(key))
                .as("who-3 has it too, but did not say so")
                .containsExactlyInAnyOrder("who-2", "who-4");
        as("admin").delete("/profiles/who-2").then().statusCode(204);
        assertThat(people(List.of(key)).get(key)).containsExactly("who-4");
        assertThat(people(Collections.nCopies(1_000, key))).containsOnlyKeys(key);
    }

    @Test
    void tellsWhoWasErased() {
        imported(file("erased-1,erased@example.com,", "erased-2,erased2@example.com,true"), ROLES);
        as("admin").delete("/profiles/erased-1").then().statusCode(204);
        assertThat(ask(List.of("erased-2", "erased-1"), List.of()).<List<String>>path("erased"))
                .containsExactly("erased-1");
    }

    @Test
    void tellsOfAnAddressThatManyHaveOnlySome() {
        imported(file("many-0,many@example.com,"), ROLES);
        String key = keys("many-").get("many-0");
        imported(
                file(IntStream.rangeClosed(1, 30)
                        .mapToObj("many-%1$d,many@example.com,true"::formatted)
                        .toArray(String[]::new)),
                ROLES);
        assertThat(people(List.of(key)).get(key)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatIsNoKeyAndAFieldThatIsNone() {
        ask(List.of("key-1"), List.of("ann@example.com"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/optOutKeys/0"));
        ask(List.of("key-1"), Collections.nCopies(1_001, "A".repeat(43))).then().statusCode(422);
        assertThat(optedOut(Collections.nCopies(1_000, "A".repeat(43)))).isEmpty();
        as("export-service")
                .queryParam("segments", segmentOfAll())
                .queryParam("optOutKeyOf", "ok_nowhere")
                .get("/segments/members")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unknown-field"))
                .body("errors[0].pointer", equalTo("optOutKeyOf"));
    }

    private static String file(String... lines) {
        return "profileId,ok_mail,ok_out,ok_here\n" + String.join(",yes\n", lines) + ",yes\n";
    }

    /** Of all in these files; other tests leave tens of thousands. */
    private static String segmentOfAll() {
        imported(file("all-1,all@example.com,"), ROLES);
        String id = segment("Opt-out keys " + System.nanoTime(), "{\"field\":\"ok_here\",\"op\":\"exists\"}");
        refreshed();
        return id;
    }

    /** By the ids of profiles that begin like this; those without a key left out. */
    private static Map<String, String> keys(String prefix) {
        Response stream = as("export-service")
                .queryParam("segments", segmentOfAll())
                .queryParam("optOutKeyOf", "ok_mail")
                .get("/segments/members");
        Map<String, String> keys = new HashMap<>();
        for (Map<String, Object> line : lines(stream)) {
            String id = (String) line.get("profileId");
            if (id.startsWith(prefix) && line.containsKey("optOutKey")) {
                keys.put(id, (String) line.get("optOutKey"));
            }
        }
        return keys;
    }

    private static List<String> optedOut(List<String> keys) {
        return ask(List.of("nobody-of-these"), keys)
                .then()
                .statusCode(200)
                .extract()
                .path("optOutKeys");
    }

    private static Map<String, List<String>> people(List<String> keys) {
        return ask(List.of("nobody-of-these"), keys)
                .then()
                .statusCode(200)
                .extract()
                .path("people");
    }

    private static Response ask(List<String> profileIds, List<String> keys) {
        return as("export-service")
                .contentType("application/json")
                .body(Map.of("profileIds", profileIds, "optOutKeys", keys))
                .post("/internal/profiles/opt-outs");
    }
}
