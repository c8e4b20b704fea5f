package insights.segment.definition;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.refreshed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Static segments tell what became of the ids they were given (S11). */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class StaticSegmentTest {

    @Test
    void tellsHowManyIdsAreUnknownOrCameTwice() {
        imported("profileId,sta_a\nsta-1,x\nsta-2,x\ncaf\u00e9,x\n");
        // A space, a byte order mark, a zero-width space, and a letter with its accent apart.
        String id = created(
                        "Static",
                        List.of(" sta-1", "sta-1", "sta-2\u00a0", "\ufeffsta-2", "cafe\u0301\u200b", "sta-9", "sta-9"))
                .statusCode(201)
                .body("listed.given", equalTo(7))
                .body("listed.known", equalTo(3))
                .body("listed.unknown", equalTo(1))
                .body("listed.duplicates", equalTo(3))
                .extract()
                .path("id");
        refreshed().body("segments.find { it.id == '" + id + "' }.size", equalTo(3));
        edit(id, List.of("sta-1", "sta-8", "sta-9"))
                .statusCode(200)
                .body("listed.given", equalTo(3))
                .body("listed.known", equalTo(1))
                .body("listed.unknown", equalTo(2))
                .body("listed.duplicates", equalTo(0));
        imported("profileId,sta_a\nsta-9,x\n");
        as("viewer")
                .get("/segments/" + id)
                .then()
                .body("listed.known", equalTo(2))
                .body("listed.unknown", equalTo(1));
        // The same profiles, one of them twice: told, and no new version.
        edit(id, List.of("sta-1", "sta-8", "sta-9", "sta-9"))
                .body("listed.duplicates", equalTo(1))
                .body("version", equalTo(1));
        as("contributor")
                .contentType("application/json")
                .post("/segments/" + id + "/duplicate")
                .then()
                .statusCode(201)
                .body("listed.given", equalTo(4))
                .body("listed.unknown", equalTo(1));
        edit(id, List.of()).body("listed.given", equalTo(0)).body("listed.unknown", equalTo(0));
        as("viewer").get("/segments?q=Static").then().body("items[0].listed", nullValue());
    }

    @Test
    void refusesWhatIsTheIdOfNoProfile() {
        created("Static and impossible", List.of("sta-1", "a\u200bb", "fields", "1.23E+15"))
                .statusCode(422)
                .body("errors.pointer", contains("/profileIds/1", "/profileIds/2", "/profileIds/3"));
        created("Static and invisible", List.of("sta-1", "\u200b"))
                .statusCode(422)
                .body("errors", hasSize(1));
    }

    /** Case S11. */
    @Test
    void takesAHundredThousand() {
        imported(IntStream.range(0, 1_000)
                .mapToObj(i -> "sta-m" + i)
                .collect(Collectors.joining("\n", "profileId\n", "\n")));
        List<String> ids = Stream.concat(
                        IntStream.range(0, 90_000).mapToObj(i -> "sta-m" + i),
                        IntStream.range(0, 10_000).mapToObj(i -> " sta-m" + i))
                .toList();
        created("Static and large", ids)
                .statusCode(201)
                .body("listed.given", equalTo(100_000))
                .body("listed.known", equalTo(1_000))
                .body("listed.unknown", equalTo(89_000))
                .body("listed.duplicates", equalTo(10_000));
    }

    private static ValidatableResponse created(String name, List<String> ids) {
        return as("contributor")
                .contentType("application/json; charset=utf-8")
                .body("{\"displayName\":\"" + name + "\",\"profileIds\":" + json(ids) + "}")
                .post("/segments")
                .then();
    }

    private static ValidatableResponse edit(String id, List<String> ids) {
        return as("contributor")
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"profileIds\":" + json(ids) + "}")
                .patch("/segments/" + id)
                .then();
    }

    private static String json(List<String> ids) {
        return ids.stream()
                .collect(Collectors.joining("\",\"", ids.isEmpty() ? "[" : "[\"", ids.isEmpty() ? "]" : "\"]"));
    }
}
