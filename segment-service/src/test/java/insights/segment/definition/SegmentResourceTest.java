package insights.segment.definition;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SegmentResourceTest {

    private static final String SMALL = "{\"field\":\"seg_size\",\"op\":\"lt\",\"value\":3}";
    private static final String ODD = "{\"field\":\"seg_odd\",\"op\":\"eq\",\"value\":true}";

    @BeforeEach
    void importProfiles() {
        imported(
                "profileId,seg_size,seg_odd,seg_day\nseg-1,1,true,2026-01-01\nseg-2,2,false,\nseg-3,3,true,\nseg-4,4,false,\n");
    }

    @Test
    void pointsAtEverythingThatIsWrongWithARule() {
        String rule = """
                {"all":[{"field":"nobody/has~this","op":"eq","value":1},{"field":"seg_size","op":"like","value":1},
                {"field":"seg_size","op":"contains","value":"1"},{"field":"seg_size","op":"between","value":[1]},
                {"field":"seg_odd","op":"eq","value":"true"},{"any":[]},{"segment":"00000000-0000-7000-8000-000000000000"},
                {"field":"seg_day","op":"before","value":"31/01/2026"},{"field":"seg_size","op":"exists","value":1},
                {"field":"seg_size","op":"eq","value":1e999},{"not":{"field":"seg_size","op":"in","value":[1,"x"]}},{"what":1}]}""";
        created("Wrong", rule)
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:invalid-rule"))
                .body(
                        "errors.pointer",
                        contains(
                                "/rule/all/0/field",
                                "/rule/all/1/op",
                                "/rule/all/2/op",
                                "/rule/all/3/value",
                                "/rule/all/4/value",
                                "/rule/all/5/any",
                                "/rule/all/7/value",
                                "/rule/all/8/value",
                                "/rule/all/9/value",
                                "/rule/all/10/not/value/1",
                                "/rule/all/11/what",
                                "/rule/all/6/segment"));
    }

    @Test
    void refusesRulesThatAreTooDeepOrTooLarge() {
        created("Deep", "{\"not\":".repeat(30) + SMALL + "}".repeat(30)).statusCode(422);
        created("Large", "{\"any\":[" + (SMALL + ",").repeat(600) + SMALL + "]}")
                .statusCode(422)
                .body("errors.size()", equalTo(1));
    }

    @Test
    void unitesIntersectsAndSubtractsSegments() {
        String small = segment("Sets small", SMALL);
        String odd = segment("Sets odd", ODD);
        String union = segment("Sets union", "{\"any\":[%s,%s]}".formatted(ref(small), ref(odd)));
        String both = segment("Sets both", "{\"all\":[%s,%s]}".formatted(ref(small), ref(odd)));
        String except = segment("Sets except", "{\"all\":[%s,{\"not\":%s}]}".formatted(ref(small), ref(odd)));
        refreshed().body("status", equalTo("SUCCESSFUL"));
        assertThat(ids(union)).contains("seg-1", "seg-2", "seg-3").doesNotContain("seg-4");
        assertThat(ids(both)).contains("seg-1").doesNotContain("seg-2", "seg-3");
        assertThat(ids(except)).contains("seg-2").doesNotContain("seg-1", "seg-3");
    }

    @Test
    void takesAListOfProfiles() {
        String id = as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"Listed\",\"profileIds\":[\"seg-4\",\"seg-1\",\"seg-1\",\"not-there\"]}")
                .post("/segments")
                .then()
                .statusCode(201)
                .body("kind", equalTo("STATIC"))
                .extract()
                .path("id");
        refreshed();
        assertThat(ids(id)).containsExactly("seg-1", "seg-4");
        edit(id, "0", "{\"profileIds\":[\"seg-2\"]}").statusCode(200);
        refreshed()
                .body("segments.find { it.id == '" + id + "' }.joined", equalTo(1))
                .body("segments.find { it.id == '" + id + "' }.left", equalTo(2));
        assertThat(ids(id)).containsExactly("seg-2");
        edit(id, "1", "{\"rule\":" + SMALL + "}").statusCode(422);
    }

    @Test
    void refusesCircles() {
        String first = segment("Circle first", SMALL);
        String second = segment("Circle second", ref(first));
        String third = segment("Circle third", "{\"not\":" + ref(second) + "}");
        edit(first, "0", "{\"rule\":{\"any\":[" + ODD + "," + ref(third) + "]}}")
                .statusCode(422)
                .body("errors.pointer", contains("/rule/any/1/segment"));
        edit(first, "0", "{\"rule\":" + ref(first) + "}").statusCode(422);
    }

    @Test
    void wantsNamesToBeDifferent() {
        segment("Taken name", SMALL);
        created("taken NAME", SMALL).statusCode(409).body("type", equalTo("urn:insights:problem:name-taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ΠΕΛΑΤΕΣ", "İzmir", "Caffe\u0300"})
    void knowsNamesAgainInAllScripts(String name) {
        segment(name, SMALL);
        created(name, SMALL).statusCode(409);
        created("\u2003" + name + "\u00A0", SMALL).statusCode(409);
        as("viewer").queryParam("q", name).get("/segments").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u2003", "two\\nlines", "turned \\u202E around", "zero\\u200Bwidth", "\\u00A0\\u3000"})
    void refusesNamesWithWhatNobodySees(String name) {
        created(name, SMALL).statusCode(422).body("errors.pointer", contains("/displayName"));
        String id = segment("Seen", SMALL);
        edit(id, "0", "{\"displayName\":\"" + name + "\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/displayName"));
        as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"" + name + "\"}")
                .post("/segments/" + id + "/duplicate")
                .then()
                .statusCode(422);
        removed(id).then().statusCode(204);
    }

    @Test
    void takesNothingAwayWithNull() {
        String id = segment("Not null", SMALL);
        for (String member : List.of("displayName", "rule", "status", "profileIds")) {
            edit(id, "0", "{\"" + member + "\":null}").statusCode(422).body("errors.pointer", contains("/" + member));
        }
        edit(id, "0", "{\"nothing\":null}").statusCode(400).body("errors.pointer", contains("/nothing"));
        as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"Null is nothing\",\"rule\":null,\"profileIds\":[\"seg-1\"]}")
                .post("/segments")
                .then()
                .statusCode(201)
                .body("kind", equalTo("STATIC"));
        as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"Nothing at all\",\"rule\":null}")
                .post("/segments")
                .then()
                .statusCode(422);
    }

    @Test
    void leavesInactiveSegmentsOut() {
        String id = segment("Sleeper", SMALL);
        refreshed();
        edit(id, "0", "{\"status\":\"INACTIVE\"}").statusCode(200);
        hasNobody(id);
        edit(id, "1", "{\"status\":\"ACTIVE\"}").statusCode(200);
        members(id, "", "").then().statusCode(200);
        as("contributor").get("/segments/" + id + "/sample").then().statusCode(200);
        edit(id, "2", "{\"status\":\"INACTIVE\"}").statusCode(200);
        refreshed().body("segments.id", org.hamcrest.Matchers.not(hasItem(id)));
        hasNobody(id);
    }

    private static void hasNobody(String id) {
        members(id, "", "").then().statusCode(409).body("type", equalTo("urn:insights:problem:segment-inactive"));
        as("contributor")
                .get("/segments/" + id + "/sample")
                .then()
                .statusCode(404)
                .body("detail", containsString("it is inactive"));
    }

    @Test
    void refusesToRemoveWhatOthersAreMadeOf() {
        String used = segment("Used", SMALL);
        String user = segment("User", ref(used));
        removed(used)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:insights:problem:segment-in-use"))
                .body("usedBy.id", contains(user))
                .body("usedBy.displayName", contains("User"));
        removed(user).then().statusCode(204);
        removed(used).then().statusCode(204);
        as("viewer").get("/segments/" + used).then().statusCode(404);
    }

    @Test
    void refusesToRemoveWhatExportsSend() {
        String id = segment("Exported", SMALL);
        var exportService = SurroundingsResource.exportService();
        Supplier<MappingBuilder> asked = () -> get("/internal/segments/" + id + "/exports")
                .withHeader("Authorization", containing("Bearer "))
                .withHeader("X-Request-Id", matching(".+"));
        exportService.register(
                asked.get()
                        .willReturn(
                                okJson(
                                        "{\"items\":[{\"id\":\"00000000-0000-7000-8000-000000000007\",\"displayName\":\"Newsletter\"}]}")));
        removed(id)
                .then()
                .statusCode(409)
                .body("usedBy.kind", contains("EXPORT"))
                .body("usedBy.displayName", contains("Newsletter"));
        exportService.register(asked.get().willReturn(aResponse().withStatus(500)));
        removed(id).then().statusCode(503).body("type", equalTo("urn:insights:problem:unavailable"));
        as("viewer").get("/segments/" + id).then().statusCode(200);
        exportService.register(asked.get().willReturn(okJson("{\"items\":[]}")));
        removed(id).then().statusCode(204);
    }

    @Test
    void listsByNameOrByAgePageByPage() {
        for (String name : List.of("sort%b", "Sort%A", "SORT%c")) {
            segment(name, SMALL);
        }
        listed("displayName", "Sort%A", "sort%b", "SORT%c");
        listed("createdAt", "sort%b", "Sort%A", "SORT%c");
        as("viewer")
                .queryParam("sort", "age")
                .get("/segments")
                .then()
                .statusCode(422)
                .body(
                        "detail",
                        equalTo(
                                "Send one of displayName, -displayName, createdAt, -createdAt as the parameter `sort`."));
        as("viewer").queryParam("after", "no cursor").get("/segments").then().statusCode(422);
        as("viewer").queryParam("limit", 201).get("/segments").then().statusCode(422);
    }

    private static void listed(String sort, String... names) {
        Response page = as("viewer")
                .queryParam("q", "ort%")
                .queryParam("limit", 2)
                .queryParam("sort", sort)
                .get("/segments");
        page.then().statusCode(200).body("items.displayName", contains(names[0], names[1]));
        as("viewer")
                .urlEncodingEnabled(false)
                .get((String) page.path("next"))
                .then()
                .body("items.displayName", contains(names[2]))
                .body("next", nullValue());
    }

    @Test
    void keepsAnAuditTrail() {
        String id = segment("Audited", SMALL);
        edit(id, "0", "{\"displayName\":\"Audited again\"}").statusCode(200);
        removed(id).then().statusCode(204);
        as("admin")
                .queryParam("target", id)
                .get("/segments/audit-events")
                .then()
                .statusCode(200)
                .body("items.action", contains("SEGMENT_REMOVED", "SEGMENT_EDITED", "SEGMENT_CREATED"))
                .body("items.by.name", hasItem("contributor"))
                .body("items[1].changes.displayName.from", equalTo("Audited"))
                .body("items[1].changes.displayName.to", equalTo("Audited again"));
    }

    private static String ref(String id) {
        return "{\"segment\":\"" + id + "\"}";
    }

    private static ValidatableResponse created(String name, String rule) {
        return as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"" + name + "\",\"rule\":" + rule + "}")
                .post("/segments")
                .then();
    }

    private static ValidatableResponse edit(String id, String version, String patch) {
        var request =
                as("contributor").contentType("application/merge-patch+json").body(patch);
        return (version == null ? request : request.header("If-Match", "\"" + version + "\""))
                .patch("/segments/" + id)
                .then();
    }

    private static Response removed(String id) {
        return as("contributor").header("If-Match", "*").delete("/segments/" + id);
    }

    private static List<Object> ids(String segment) {
        Response stream = members(segment, "", "");
        return lines(stream).stream().map(line -> line.get("profileId")).toList();
    }
}
