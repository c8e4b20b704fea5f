package insights.segment.replica;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.refreshed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replicas whose clocks are apart: what came first is told by the database's clock. Here they are one, with one after the other's. */
@QuarkusTest
@TestProfile(ClocksApartTest.ClocksOfTests.class)
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ClocksApartTest {

    private static final Duration APART = Duration.ofSeconds(20);

    @AfterEach
    void setRight() {
        ShiftedClock.ahead(Duration.ZERO);
    }

    @Test
    void anOldFileEndsNoOptOutThatCameAfterIt() {
        String old = "profileId,apart_out\napart-1,false\n";
        ShiftedClock.ahead(APART);
        imported(old, "optOut=apart_out").body("status", equalTo("SUCCESSFUL"));
        ShiftedClock.ahead(Duration.ZERO);
        imported("profileId,apart_out\napart-1,true\n", "optOut=apart_out").body("optedOut", equalTo(1));

        imported(old, "optOut=apart_out").body("optOutsEnded", equalTo(0));
        as("admin").get("/profiles/apart-1").then().body("optedOut", equalTo(true));
    }

    @Test
    void aFileThatCameAfterAnOptOutEndsIt() {
        ShiftedClock.ahead(APART);
        imported("profileId,apart_out\napart-2,true\n", "optOut=apart_out").body("optedOut", equalTo(1));
        ShiftedClock.ahead(Duration.ZERO);

        imported("profileId,apart_out\napart-2,false\n", "optOut=apart_out").body("optOutsEnded", equalTo(1));
        as("admin").get("/profiles/apart-2").then().body("optedOut", equalTo(false));
    }

    @Test
    void aLaterRefreshIsLater() {
        ShiftedClock.ahead(APART);
        Instant first = finishedAt();
        ShiftedClock.ahead(Duration.ZERO);

        assertThat(finishedAt()).isAfter(first);
    }

    private static Instant finishedAt() {
        return Instant.parse(
                refreshed().body("status", equalTo("SUCCESSFUL")).extract().path("finishedAt"));
    }

    /** They take their time from a clock that is set here. */
    public static class ClocksOfTests implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ShiftedClock.class);
        }
    }
}
