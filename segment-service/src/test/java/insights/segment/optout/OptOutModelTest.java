package insights.segment.optout;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.common.sql.Database;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/**
 * Random histories against an independent model, and the proof that they would notice. More of them:
 * {@code -Dinsights.opt-out.histories=20000}.
 */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OptOutModelTest {

    private static final int FEW = 200;

    /** {@code OptOutE2ETest} plays a thousand through all services. */
    private static final int HISTORIES = Integer.getInteger("insights.opt-out.histories", FEW);

    /** Far from the rounds of the others. */
    private static final int SABOTAGED = 100_000;

    @Inject
    Database database;

    @Test
    void agreesWithTheModelAfterEveryStep() {
        new OptOutHistories().play(HISTORIES, 0);
    }

    @Test
    void wouldNoticeThatAddressesAreForgotten() {
        sabotaged("before insert on opt_out_address", "return null;", SABOTAGED);
    }

    /** As if opting out were an attribute like any other. */
    @Test
    void wouldNoticeThatOptOutsFollowTheAttribute() {
        sabotaged("after insert or update or delete on profile", """
                delete from opt_out where profile_id = coalesce(new.profile_id, old.profile_id)
                    and coalesce(new.attributes ->> 'om_out', '') <> 'true';
                return null;""", SABOTAGED + 1_000);
    }

    private void sabotaged(String when, String how, int round) {
        OptOutHistories histories = new OptOutHistories();
        SegmentDatabase.asOwner(
                "create function sabotage() returns trigger language plpgsql as $$begin " + how + " end$$");
        SegmentDatabase.asOwner("create trigger sabotage " + when + " for each row execute function sabotage()");
        try {
            assertThatThrownBy(() -> histories.play(FEW, round))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("seed");
        } finally {
            SegmentDatabase.asOwner("drop function sabotage() cascade");
        }
    }
}
