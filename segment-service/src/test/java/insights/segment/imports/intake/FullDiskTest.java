package insights.segment.imports.intake;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an import says, and leaves, that the database has no room for, or loses in the middle. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class FullDiskTest {

    @BeforeEach
    void fillTheDisk() {
        SegmentDatabase.asOwner("""
                create function fill() returns trigger language plpgsql as $$begin
                    raise exception 'could not extend file: No space left on device' using errcode = '53100';
                end$$""");
        SegmentDatabase.asOwner(
                "create trigger fill before insert on profile for each row when (new.profile_id like 'full-%') execute function fill()");
    }

    @AfterEach
    void makeRoom() {
        SegmentDatabase.asOwner("drop trigger if exists fill on profile");
        SegmentDatabase.asOwner("drop function if exists fill");
    }

    /** Case O08. */
    @Test
    void failsInWordsAndChangesNothing() {
        String file = "profileId,fd_a\nroom-1,x\nfull-1,x\n";
        finished("platform", as("platform").contentType("text/csv").body(file).post("/profile-imports"))
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("no room left"))
                .body("detail", containsString("nothing was changed"));
        as("admin").get("/profiles/room-1").then().statusCode(404);

        makeRoom();
        imported(file).body("status", equalTo("SUCCESSFUL")).body("inserted", equalTo(2));
    }
}
