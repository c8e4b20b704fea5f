package insights.platform.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.platform.optout.Tally.What;
import insights.platform.services.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Nobody who opted out is mailed: random histories through all services, against an independent model. The witness is what
 * the stand-in for Autopilot was asked, word by word. From the moment that an import told of an opt-out, no request names
 * the address but to take it off; it is off after the next run, also when a guard stops that; and everybody else is there.
 *
 * <p>{@code -Dinsights.opt-outs.histories=20000 -Dtest.timeout="3 h" -Dtest.fork-timeout=10800} plays more,
 * {@code -Dinsights.opt-outs.seed=17} others. It has a platform of its own, and is played
 * beside all other tests, which wait as much as they compute.
 */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class OptOutE2ETest {

    private static final int HISTORIES = Integer.getInteger("insights.opt-outs.histories", 1_000);
    private static final long SEED = Long.getLong("insights.opt-outs.seed", 20_261_126L);
    private static final int MANY = 1_000;
    private static final int FEW = 200;

    private Installation installation;
    private int worlds;

    @BeforeAll
    void start() {
        installation = Installation.start();
    }

    @AfterAll
    void stop() {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void nobodyWhoOptedOutIsNamedButToBeTakenOffAndEverybodyElseIsThere(TestReporter reporter) {
        Tally tally = play(HISTORIES, SEED);
        reporter.publishEntry(tally.toString());
        assertThat(tally.of(What.PLACES_IN_AUDIENCES)).isGreaterThan(2L * HISTORIES);
        // In a few that are played again not everything happens.
        if (HISTORIES >= MANY) {
            assertThat(What.values())
                    .allSatisfy(
                            what -> assertThat(tally.of(what)).as(what.name()).isPositive());
        }
    }

    /** As if opting out were an attribute like any other. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void wouldNoticeThatOptOutsFollowTheAttribute() {
        String forgetting = """
                with gone as (
                    delete from opt_out where profile_id = coalesce(new.profile_id, old.profile_id)
                        and coalesce(new.attributes ->> 'out', '') <> 'true' returning person)
                delete from opt_out_address using gone where opt_out_address.person = gone.person;
                return null;""";
        sabotaged(Service.SEGMENT, forgetting, "after insert or update or delete on profile");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void wouldNoticeThatAddressesAreForgotten() {
        sabotaged(Service.SEGMENT, "return null;", "before insert on opt_out_address");
    }

    /** As if to opt out were one removal among others. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void wouldNoticeThatGuardsHoldOptOutsBack() {
        String overlooking = """
                if tg_table_name = 'opted_out_address' then return null; end if;
                if new.reason = 'OPTED_OUT' then new.reason := 'NO_EMAIL'; end if;
                return new;""";
        sabotaged(
                Service.EXPORT,
                overlooking,
                "before insert or update on desired",
                "before insert on opted_out_address");
    }

    private void sabotaged(Service service, String how, String... when) {
        installation.execute(
                service, "create function sabotage() returns trigger language plpgsql as $$begin " + how + " end$$");
        for (String event : when) {
            installation.execute(
                    service, "create trigger sabotage " + event + " for each row execute function sabotage()");
        }
        try {
            assertThatThrownBy(() -> play(FEW, SEED))
                    .isInstanceOf(Violation.class)
                    .hasMessageContaining("though it is opted out")
                    .hasMessageContaining("-Dinsights.opt-outs.seed=");
        } finally {
            installation.execute(service, "drop function sabotage() cascade");
        }
    }

    private Tally play(int histories, long seed) {
        Tally tally = new Tally();
        for (int played = 0; played < histories; played += World.POPULATIONS) {
            new World(installation, "w" + worlds++, seed + played / World.POPULATIONS, tally).play();
        }
        return tally;
    }
}
