package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Consents as times, as mail tools keep them: who has none never confirmed, and no word can be given for that. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ConsentTimeTest {

    private static final String OF_CONSENTS = "remarks.findAll { it.code == 'MAY_BE_CONSENT' }";

    @Test
    void isToldWhereSomeHaveNone() {
        String file = "profileId,ti_mail,CONFIRM_TIME,consent_date,ti Einwilligung vom,ti optin date,ti birthday\n"
                + "ti-1,ti1@example.com,2026-01-02 10:00:00,2026-01-02,2026-01-02,2026-01-02,1980-01-02\n"
                + "ti-2,ti2@example.com,,,,2026-01-03,\n";
        as("platform")
                .contentType("text/csv; charset=utf-8")
                .body(file)
                .post("/profile-imports/preview")
                .then()
                .statusCode(200)
                .body(OF_CONSENTS + ".column", contains("CONFIRM_TIME", "consent_date", "ti Einwilligung vom"));
        imported(file)
                .body(OF_CONSENTS + ".column", contains("CONFIRM_TIME", "consent_date", "ti Einwilligung vom"))
                .body(OF_CONSENTS + "[0].detail", containsString("1 lines have no time there"))
                .body(OF_CONSENTS + "[0].detail", containsString("segment of those for whom \"CONFIRM_TIME\" exists"));
    }

    /** An object leaves out what is not there. */
    @Test
    void isToldOfObjectsThatDoNotHaveIt() {
        imported("profileId,tj_consent_at\ntj-1,2026-01-02\ntj-2,2026-01-03\n").body(OF_CONSENTS, empty());
        finished(
                        "platform",
                        as("platform")
                                .contentType("application/x-ndjson")
                                .body(
                                        "{\"profileId\":\"tj-1\",\"tj_consent_at\":\"2026-01-02\"}\n{\"profileId\":\"tj-3\"}\n"
                                                .getBytes(StandardCharsets.UTF_8))
                                .post("/profile-imports"))
                .body(OF_CONSENTS + ".column", contains("tj_consent_at"));
    }
}
