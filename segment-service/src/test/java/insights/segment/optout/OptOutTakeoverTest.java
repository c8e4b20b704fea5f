package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.equalTo;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Databases that were filled before there were opt-outs. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OptOutTakeoverTest {

    @Inject
    Database database;

    @Inject
    OptOutTakeover takeover;

    @Test
    void takesOverWhatFieldsWithPlainNamesSayOnce() {
        imported("""
                profileId,take over mail,unsubscribed from email
                take-1,take1@example.com,true
                take-2,take2@example.com,false
                """, "email=take over mail");
        // As it was before: values, and nothing that knows of them.
        database.transaction(connection -> {
            Database.update(connection, Sql.of("delete from opt_out where source = 'unsubscribed from email'"));
            Database.update(connection, Sql.of("delete from opt_out_takeover"));
            return Database.update(
                    connection, Sql.of("update field set role = null where name = 'unsubscribed from email'"));
        });
        as("admin").get("/profiles/take-1").then().body("optedOut", equalTo(false));

        takeOver();
        as("admin").get("/profiles/take-1").then().body("optedOut", equalTo(true));
        as("admin").get("/profiles/take-2").then().body("optedOut", equalTo(false));
        as("viewer")
                .get("/profiles/fields")
                .then()
                .body("items.find { it.name == 'unsubscribed from email' }.role", equalTo("OPT_OUT"));

        // What an administrator ended since then is not brought back by the next start.
        as("admin")
                .contentType("application/json")
                .body("{\"optedOut\":false,\"reason\":\"Wants mail again\"}")
                .put("/profiles/take-1/opt-out")
                .then()
                .statusCode(200);
        takeOver();
        as("admin").get("/profiles/take-1").then().body("optedOut", equalTo(false));
    }

    private void takeOver() {
        database.transaction(connection -> {
            takeover.takeOver(connection);
            return null;
        });
    }
}
