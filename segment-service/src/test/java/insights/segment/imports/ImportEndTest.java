package insights.segment.imports;

import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import insights.common.id.Ids;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is said of an import in the end is what became of it. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ImportEndTest {

    private static final String BLOCKED = """
            select exists (select from pg_stat_activity
                where wait_event_type = 'Lock' and query like '%profile_import%' and pid <> pg_backend_pid())""";

    @Inject
    Database database;

    @Inject
    Ids ids;

    @Test
    void staysSuccessfulWhenItEndsWhileAbandonedOnesAreLookedFor() throws SQLException {
        UUID id = ids.next();
        Connection lock = database.begin();
        JobLock.take(lock, ImportService.lockOf(id));
        execute(Sql.of("""
                insert into profile_import (id, status, mode, started_at, started_by)
                values (?, 'RUNNING', 'UPSERT', now(), 'test')""", id));
        database.transaction(merge -> {
            Database.update(merge, Sql.of("update profile_import set status = 'SUCCESSFUL' where id = ?", id));
            lock.rollback();
            lock.close();
            await().until(this::somebodyWaits);
            return null;
        });
        await().until(() -> !somebodyWaits());
        as("admin").get("/profile-imports/" + id).then().body("status", equalTo("SUCCESSFUL"));
    }

    @Test
    void endsWhenItsRejectionsCannotBeKept() {
        SegmentDatabase.asOwner("alter table import_rejection add constraint full_disk check (line < 0) not valid");
        try {
            send("profileId\n\u0007\n").then().statusCode(500);
        } finally {
            SegmentDatabase.asOwner("alter table import_rejection drop constraint full_disk");
        }
        as("admin")
                .queryParam("limit", 1)
                .get("/profile-imports")
                .then()
                .body("items[0].status", equalTo("FAILED"))
                .body("items[0].detail", containsString("went wrong here"));
        // The key was not used up.
        String id = finished("admin", send("profileId\nend-1\n"))
                .body("status", equalTo("SUCCESSFUL"))
                .extract()
                .path("id");
        String requestedAt = as("admin").get("/profile-imports/" + id).path("requestedAt");
        list("since=" + requestedAt).body("items.id", contains(id));
        list("since=" + requestedAt + "&status=FAILED").body("items", empty());
        list("since=" + requestedAt + "&status=FAILED&status=SUCCESSFUL").body("items.id", contains(id));
        list("until=" + requestedAt + "&limit=1").body("items[0].status", equalTo("FAILED"));
        assertThat(list("sort=requestedAt&limit=200").extract().<List<String>>path("items.requestedAt"))
                .isSorted();
    }

    /** An import from before subjects were kept: who repeats the request does not have it done twice. */
    @Test
    void isFoundByTheNameWhereThatIsAllThatIsKnown() {
        UUID id = ids.next();
        execute(Sql.of("""
                insert into profile_import (id, status, mode, started_at, started_by, idempotency_key)
                values (?, 'SUCCESSFUL', 'UPSERT', now() - interval '1 year', 'admin', 'of long ago')""", id));
        send("of long ago", "profileId\nend-2\n").then().statusCode(202).body("id", equalTo(id.toString()));
        execute(Sql.of("delete from profile_import where id = ?", id));
    }

    private static ValidatableResponse list(String query) {
        return as("admin").get("/profile-imports?" + query).then().statusCode(200);
    }

    private static Response send(String csv) {
        return send("import-end", csv);
    }

    private static Response send(String key, String csv) {
        return as("admin")
                .contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", key)
                .body(csv)
                .post("/profile-imports");
    }

    private boolean somebodyWaits() {
        return database.transaction(connection -> Database.first(connection, Sql.of(BLOCKED), row -> row.getBoolean(1))
                .orElseThrow());
    }

    private void execute(Sql sql) {
        assertThat(database.<Long>transaction(connection -> Database.update(connection, sql)))
                .isNotNegative();
    }
}
