package insights.segment.definition;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules are, and are not. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SegmentRuleTest {

    private static final String EXISTS = "{\"field\":\"rul_city\",\"op\":\"exists\"}";
    private static final String MISSING = "{\"field\":\"rul_city\",\"op\":\"missing\"}";
    private static final String ROME = "{\"field\":\"rul_city\",\"op\":\"eq\",\"value\":\"Roma\"}";
    private static final String NOT_ROME = "{\"field\":\"rul_city\",\"op\":\"ne\",\"value\":\"Roma\"}";

    /** A day that has begun at the date line's west before it begins anywhere else. */
    private static final ZoneId FIRST = ZoneId.of("Pacific/Kiritimati");

    /** Where it is yesterday still, always. */
    private static final ZoneId LAST = ZoneId.of("Pacific/Pago_Pago");

    @BeforeEach
    void importProfiles() {
        imported("profileId,rul_city,rul_day,rul_number\nrul-1,Roma," + LocalDate.now(FIRST)
                + ",1\nrul-2,Caffe\u0300,,2\n");
    }

    /** Case S13. */
    @Test
    void takesNothingForEverybody() {
        preview("{\"all\":[]}").statusCode(422).body("errors.pointer", contains("/rule/all"));
        preview("{\"any\":[]}").statusCode(422).body("errors.pointer", contains("/rule/any"));
        preview("{\"not\":{\"all\":[]}}").statusCode(422).body("errors.pointer", contains("/rule/not/all"));
        preview("{}").statusCode(422).body("errors.pointer", contains("/rule"));
        preview("{\"everybody\":false}").statusCode(422).body("errors.pointer", contains("/rule/everybody"));
    }

    /** Case S13. */
    @Test
    void refusesWhatComesToEverybodyByAccident() {
        for (String rule : new String[] {
            "{\"any\":[" + EXISTS + "," + MISSING + "]}",
            "{\"any\":[" + NOT_ROME + "," + ROME + "]}",
            "{\"not\":{\"all\":[" + ROME + "," + NOT_ROME + "]}}"
        }) {
            preview(rule).statusCode(422).body("errors[0].detail", containsString("everybody"));
        }
        preview("{\"any\":[" + EXISTS + "," + NOT_ROME + "]}").statusCode(200);
    }

    @Test
    void takesEverybodyWhoIsMeant() {
        int everybody = preview("{\"everybody\":true}")
                .statusCode(200)
                .body("count", greaterThanOrEqualTo(2))
                .extract()
                .path("profiles");
        preview("{\"everybody\":true}").body("count", equalTo(everybody));
        preview("{\"not\":{\"everybody\":true}}").statusCode(200).body("count", equalTo(0));
        preview("{\"any\":[{\"everybody\":true}," + ROME + "]}").body("count", equalTo(everybody));
    }

    /** Case S15. */
    @Test
    void refusesBetweenTheWrongWayRound() {
        preview("{\"field\":\"rul_number\",\"op\":\"between\",\"value\":[10,9]}")
                .statusCode(422)
                .body("errors.pointer", contains("/rule/value"));
        preview("{\"field\":\"rul_day\",\"op\":\"between\",\"value\":[\"2026-02-01\",\"2026-01-31\"]}")
                .statusCode(422);
        preview("{\"field\":\"rul_number\",\"op\":\"between\",\"value\":[2,2]}").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Caff\u00e8", "Caffe\u0300", " Caff\u00e8\u00a0", "\u200bCaff\u00e8"})
    void comparesTextsThatLookTheSame(String written) {
        // What imports keep is composed; whatever a keyboard makes of it is meant.
        imported("profileId,rul_city\nrul-2,Caff\u00e8\n");
        preview("{\"field\":\"rul_city\",\"op\":\"eq\",\"value\":\"" + written + "\"}")
                .body("count", equalTo(1));
        preview("{\"field\":\"rul_city\",\"op\":\"contains\",\"value\":\"e\u0300\"}")
                .body("count", equalTo(1));
    }

    /** Today in one zone is the future in another (S03). */
    @Test
    void countsDaysInTheZoneThatIsNamed() {
        String today = "{\"field\":\"rul_day\",\"op\":\"withinDays\",\"value\":0}";
        preview(today, FIRST).body("count", equalTo(1));
        preview(today, LAST).body("count", equalTo(0));
        String id = segment("Rule zone", today, FIRST);
        as("viewer").get("/segments/" + id).then().body("timeZone", equalTo(FIRST.getId()));
        insights.segment.SegmentService.refreshed();
        as("viewer").get("/segments/" + id).then().body("size", equalTo(1));
    }

    private static String segment(String name, String rule, ZoneId zone) {
        return as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"%s\",\"rule\":%s,\"timeZone\":\"%s\"}".formatted(name, rule, zone))
                .post("/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void keepsItsLimitsWhileItReads() {
        String part = "{\"all\":[]},";
        String many = "{\"any\":[" + part.repeat(1_500_000) + EXISTS + "]}";
        preview(many).statusCode(422).body("type", equalTo("urn:insights:problem:invalid-rule"));
        String list = "{\"field\":\"rul_number\",\"op\":\"in\",\"value\":[" + "1,".repeat(5_000_000) + "1]}";
        preview(list).statusCode(422).body("errors.pointer", contains("/rule/value"));
    }

    private static ValidatableResponse preview(String rule) {
        return previewed("{\"rule\":" + rule + "}");
    }

    private static ValidatableResponse preview(String rule, ZoneId zone) {
        return previewed("{\"rule\":%s,\"timeZone\":\"%s\"}".formatted(rule, zone))
                .statusCode(200);
    }

    private static ValidatableResponse previewed(String body) {
        return as("contributor")
                .contentType("application/json; charset=utf-8")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/segments/preview")
                .then();
    }
}
