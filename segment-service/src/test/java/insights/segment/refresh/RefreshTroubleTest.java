package insights.segment.refresh;

import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.hamcrest.Matchers.equalTo;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refreshes that something goes wrong with. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class RefreshTroubleTest {

    private static final String BLOCKED = """
            select exists (select from pg_stat_activity
                where wait_event_type = 'Lock' and query like 'with combination as materialized%' and pid <> pg_backend_pid())""";

    @Inject
    Database database;

    private String segment;

    @BeforeEach
    void makeASegment() {
        segment = segment("Trouble", "{\"everybody\":true}");
    }

    @AfterEach
    void remove() {
        as("contributor")
                .header("If-Match", "*")
                .delete("/segments/" + segment)
                .then()
                .statusCode(204);
    }

    @Test
    void triesAgainAfterADeadlock() {
        SegmentDatabase.asOwner("create sequence trouble");
        SegmentDatabase.asOwner("""
                create function trouble() returns trigger language plpgsql as $$begin
                    if nextval('trouble') = 1 then raise exception 'a deadlock' using errcode = '40P01'; end if;
                    return new;
                end$$""");
        SegmentDatabase.asOwner(
                "create trigger trouble before insert on refresh_segment for each row execute function trouble()");
        try {
            refreshed().body("status", equalTo("SUCCESSFUL"));
        } finally {
            SegmentDatabase.asOwner("drop trigger trouble on refresh_segment");
            SegmentDatabase.asOwner("drop function trouble");
            SegmentDatabase.asOwner("drop sequence trouble");
        }
    }

    @Test
    void leavesARefreshAloneThatAnotherProcessHasTakenOver() {
        Response refresh = database.transaction(blocker -> {
            Database.update(blocker, Sql.of("lock table refresh_segment in share mode"));
            Response started = as("platform").post("/refreshes");
            await().until(this::isBlocked);
            UUID id = UUID.fromString(started.path("id"));
            // As another process does that takes it up.
            execute("update refresh set attempts = attempts + 1 where id = ?", id);
            return started;
        });
        finished("platform", refresh).body("status", equalTo("SUCCESSFUL"));
    }

    private boolean isBlocked() {
        return database.transaction(connection -> Database.first(connection, Sql.of(BLOCKED), row -> row.getBoolean(1))
                .orElseThrow());
    }

    private void execute(String sql, Object... values) {
        database.transaction(connection -> Database.update(connection, Sql.of(sql, values)));
    }
}
