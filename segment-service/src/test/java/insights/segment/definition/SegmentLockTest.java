package insights.segment.definition;

import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits that meet one that is under way. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SegmentLockTest {

    private static final String RULE = "{\"field\":\"slo_size\",\"op\":\"lt\",\"value\":3}";
    private static final String OTHER = "{\"field\":\"slo_size\",\"op\":\"lt\",\"value\":9}";

    private static final Sql SOMEBODY_WAITS = Sql.of("""
            select exists (select from pg_locks where locktype = 'advisory' and not granted
                and database = (select oid from pg_database where datname = current_database()))""");

    @Inject
    Database database;

    @BeforeEach
    void importProfiles() {
        imported("profileId,slo_size\nslo-1,1\n");
    }

    /** It was not asked whether the caller may decide who is in the segment, for nothing of that was to change. */
    @Test
    void anEditThatChangedNothingDoesNotTakeBackWhatCameBetween() {
        String id = segment("Raced", RULE);
        CompletableFuture<Integer> edit = database.transaction(connection -> {
            JobLock.take(connection, SegmentLock.NAME);
            CompletableFuture<Integer> begun = CompletableFuture.supplyAsync(() -> as("contributor")
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body("{\"rule\":" + RULE + "}")
                    .patch("/segments/" + id)
                    .statusCode());
            await().until(this::somebodyWaits);
            Database.update(
                    connection, Sql.of("update segment set rule = ?::jsonb where id = ?", OTHER, UUID.fromString(id)));
            return begun;
        });
        assertThat(edit.join()).isEqualTo(412);
        assertThat(as("viewer").get("/segments/" + id).<Integer>path("rule.value"))
                .isEqualTo(9);
    }

    @Test
    void aPreviewOfAnEditWaitsForNobody() {
        String id = segment("Previewed", RULE);
        database.transaction(connection -> {
            JobLock.take(connection, SegmentLock.NAME);
            as("contributor")
                    .contentType("application/merge-patch+json")
                    .body("{\"rule\":" + OTHER + "}")
                    .post("/segments/" + id + "/preview")
                    .then()
                    .statusCode(200);
            return null;
        });
    }

    private boolean somebodyWaits() {
        return database.transaction(connection -> Database.first(connection, SOMEBODY_WAITS, row -> row.getBoolean(1))
                .orElseThrow());
    }
}
