package insights.segment.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import insights.segment.erasure.Tombstones;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Erasures that something is in the way of. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ErasureTroubleTest {

    @Inject
    Database database;

    @Test
    void asksToTryAgainWhenAMergeTakesLong() {
        imported("profileId\nera-locked\n");
        database.transaction(merge -> {
            JobLock.take(merge, Tombstones.LOCK);
            as("admin")
                    .delete("/profiles/era-locked")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:insights:problem:unavailable"));
            return null;
        });
        as("admin").get("/profiles/era-locked").then().statusCode(200);
        as("admin").delete("/profiles/era-locked").then().statusCode(204);
        as("admin").get("/profiles/era-locked").then().statusCode(404);
    }

    @Test
    void tellsExportServiceOfTheOthersWhenItRefusesOne() {
        StubMapping refusal = SurroundingsResource.exportService()
                .register(post("/hooks/profiles-erased")
                        .withRequestBody(containing("era-refused"))
                        .atPriority(1)
                        .willReturn(aResponse().withStatus(422)));
        try {
            database.transaction(connection -> Database.update(connection, Sql.of("""
                    insert into erasure_announcement (profile_id, next_attempt_at)
                    values ('era-before', now()), ('era-refused', now()), ('era-after', now())""")));
            await().untilAsserted(() -> assertThat(unheard()).containsExactly("era-refused"));
        } finally {
            SurroundingsResource.exportService().removeStubMapping(refusal);
            database.transaction(connection -> Database.update(
                    connection, Sql.of("delete from erasure_announcement where profile_id = 'era-refused'")));
        }
    }

    private List<String> unheard() {
        return database.transaction(connection -> Database.list(
                connection,
                Sql.of("select profile_id from erasure_announcement where profile_id like 'era-%'"),
                row -> row.getString(1)));
    }
}
