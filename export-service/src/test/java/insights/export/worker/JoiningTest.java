package insights.export.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import insights.common.security.Person;
import insights.export.run.Purpose;
import insights.export.run.Run;
import insights.export.run.RunRepository;
import insights.export.run.RunStatus;
import insights.export.run.RunTrigger;
import insights.export.start.NewRun;
import insights.export.start.NewRunRepository;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Wishes for runs that meet a worker who begins one. The service's own worker rests meanwhile. */
@QuarkusTest
class JoiningTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    LeaseRepository leases;

    @Inject
    RunRepository runs;

    @Inject
    NewRunRepository newRuns;

    @Inject
    AgroalDataSource database;

    @Inject
    Scheduler scheduler;

    private final UUID connection = Neighbours.get().connection(new Sandbox(), 1_000);
    private UUID export;
    private Rows rows;

    @BeforeEach
    void rest() {
        scheduler.pause();
        rows = new Rows(database);
        rows.change("delete from run where status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING')");
        export = UUID.fromString(Api.create(connection, Neighbours.get().segment("Customers")));
    }

    @AfterEach
    void workAgain() {
        rows.change("delete from export where ledger_connection_id = ?", connection);
        scheduler.resume();
    }

    /** Each wish is served by a run that begins after it, and by no more than one. */
    @RepeatedTest(15)
    void aWishIsNeitherLostNorDoubledWhenARunBeginsAtTheSameMoment() throws Exception {
        UUID first = queue(UUID.randomUUID());
        UUID refresh = UUID.randomUUID();
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Optional<Claim>> claiming = CompletableFuture.supplyAsync(() -> {
            await(start);
            return leases.claim("worker", LEASE);
        });
        await(start);
        UUID wished = queue(refresh);
        Optional<Claim> claim = claiming.join();

        Run run = runs.find(export, wished).orElseThrow();
        assertThat(run.refreshId()).isEqualTo(refresh);
        if (wished.equals(first)) {
            // Joined before it began.
            assertThat(rows.number("select count(*) from run where export_id = ?", export))
                    .isEqualTo(1);
        } else {
            assertThat(claim).map(Claim::run).contains(first);
            assertThat(run.status()).isEqualTo(RunStatus.QUEUED);
        }
        assertThat(leases.claim("another worker", LEASE)).matches(next -> next.isPresent() == claim.isEmpty());
    }

    @Test
    void aRunThatWaitsSaysWhichTimeAndWhichRefreshItStandsFor() {
        Instant time = Instant.parse("2027-01-01T06:30:00Z");
        UUID refresh = UUID.randomUUID();
        UUID first = newRuns.queue(wish(RunTrigger.ON_DEMAND, null, null));
        assertThat(newRuns.queue(wish(RunTrigger.SCHEDULED, time, null))).isEqualTo(first);
        assertThat(newRuns.queue(wish(RunTrigger.SYSTEM_REFRESH, null, refresh)))
                .isEqualTo(first);
        assertThat(runs.find(export, first)).get().satisfies(run -> {
            assertThat(run.trigger()).isEqualTo(RunTrigger.ON_DEMAND);
            assertThat(run.scheduledFor()).isEqualTo(time);
            assertThat(run.refreshId()).isEqualTo(refresh);
        });
    }

    @Test
    void aWishThatIsRepeatedMeansTheRunThatItJoined() {
        UUID waiting = newRuns.queue(keyed(null));
        assertThat(queue("mine")).isEqualTo(waiting);
        assertThat(leases.claim("worker", LEASE)).map(Claim::run).contains(waiting);
        assertThat(queue("mine")).isEqualTo(waiting);
        assertThat(queue("another")).isNotEqualTo(waiting);
    }

    @Test
    void aWishForAnExportThatIsDetachedAtTheSameMomentIsRefused() {
        Neighbours.get().afterPeopleWereCounted(this::detach);
        Api.start(export.toString(), false).then().statusCode(409);
        rows.change("update export set connection_id = ? where id = ?", connection, export);
        Neighbours.get().afterPeopleWereCounted(this::detach);
        Api.as("contributor")
                .post("/exports/runs")
                .then()
                .statusCode(202)
                .body("queued.exportId", not(hasItem(export.toString())))
                .body("notQueued.exportId", hasItem(export.toString()));
        assertThat(rows.number("select count(*) from run where export_id = ?", export))
                .isZero();
    }

    private void detach() {
        rows.change("update export set connection_id = null where id = ?", export);
    }

    @Test
    void aRunOfAnExportThatWasAttachedElsewhereSendsNothing() {
        UUID elsewhere = Neighbours.get().connection(new Sandbox(), 1_000);
        UUID run = newRuns.queue(new NewRun(
                export,
                elsewhere,
                RunTrigger.ON_DEMAND,
                Purpose.DELIVER,
                new Person("subject-of-somebody", "somebody"),
                null,
                false,
                Instant.EPOCH));
        scheduler.resume();
        assertThat(Api.end(export.toString(), run.toString()).getString("reason"))
                .isEqualTo("CONNECTION_NOT_READY");
    }

    /** As the one who starts runs does it, who holds the export meanwhile. */
    private UUID queue(String key) {
        return newRuns.repeated(export, key)
                .map(NewRunRepository.Repeated::run)
                .orElseGet(() -> newRuns.queue(keyed(key)));
    }

    private NewRun keyed(String key) {
        return new NewRun(
                export,
                connection,
                RunTrigger.ON_DEMAND,
                Purpose.DELIVER,
                new Person("subject-of-somebody", "somebody"),
                key,
                false,
                Instant.EPOCH);
    }

    private UUID queue(UUID refresh) {
        return newRuns.queue(wish(RunTrigger.SYSTEM_REFRESH, null, refresh));
    }

    private NewRun wish(RunTrigger trigger, Instant scheduledFor, UUID refresh) {
        return new NewRun(
                export,
                connection,
                trigger,
                Purpose.DELIVER,
                new Person("subject-of-somebody", "somebody"),
                null,
                null,
                false,
                scheduledFor,
                refresh,
                Instant.EPOCH);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
