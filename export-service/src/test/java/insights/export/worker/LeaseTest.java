package insights.export.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import insights.common.security.Person;
import insights.common.sql.Sql;
import insights.common.testing.Patience;
import insights.export.ledger.Delivered;
import insights.export.ledger.Ledger;
import insights.export.progress.Counts;
import insights.export.progress.Phase;
import insights.export.progress.Progress;
import insights.export.progress.WaitReason;
import insights.export.progress.Waiting;
import insights.export.run.Purpose;
import insights.export.run.Run;
import insights.export.run.RunRepository;
import insights.export.run.RunStatus;
import insights.export.run.RunTrigger;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import insights.export.start.NewRun;
import insights.export.start.NewRunRepository;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How workers get and lose runs. The service's own worker rests meanwhile. */
@QuarkusTest
class LeaseTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Wait.Told NOTHING = new Wait.Told(null, Duration.ZERO);

    @Inject
    LeaseRepository leases;

    @Inject
    HeldRunRepository held;

    @Inject
    RunRepository runs;

    @Inject
    NewRunRepository newRuns;

    @Inject
    Ledger ledger;

    @Inject
    AgroalDataSource database;

    @Inject
    Scheduler scheduler;

    private final UUID connection = Neighbours.get().connection(new Sandbox(), 1_000);
    private final UUID segment = Neighbours.get().segment("Customers");

    @BeforeEach
    void rest() {
        scheduler.pause();
    }

    @AfterEach
    void workAgain() throws SQLException {
        execute("delete from run where status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING')");
        scheduler.resume();
    }

    @Test
    void givesARunToOneOfManyWorkers() throws Exception {
        queue();
        assertThat(claimAtOnce(8)).hasSize(1);
        assertThat(leases.claim("late", LEASE)).isEmpty();
    }

    @Test
    void tellsWhatARunWaitsForAndWhatItsLostWorkerRequested() throws SQLException {
        UUID run = queue();
        Claim claim = leases.claim("a", LEASE).orElseThrow();
        assertThat(find(claim).waiting()).isNull();
        Wait.Told silence = new Wait.Told(WaitReason.DESTINATION, Duration.ofSeconds(5));
        assertThat(leases.renew(claim, LEASE, 3, silence, OptionalDouble.empty()))
                .isTrue();
        Waiting first = find(claim).waiting();
        assertThat(first.reason()).isEqualTo(WaitReason.DESTINATION);
        assertThat(first.detail()).contains("The destination does not answer");
        assertThat(leases.renew(
                        claim,
                        LEASE,
                        2,
                        new Wait.Told(WaitReason.DESTINATION, Duration.ofSeconds(9)),
                        OptionalDouble.empty()))
                .isTrue();
        assertThat(find(claim).waiting()).as("the same as before").isEqualTo(first);
        leases.renew(claim, LEASE, 0, NOTHING, OptionalDouble.empty());
        assertThat(find(claim).waiting()).isNull();
        leases.renew(claim, LEASE, 0, silence, OptionalDouble.empty());
        execute("update run set lease_until = clock_timestamp() - interval '2 seconds' where id = '" + run + "'");
        leases.claim("b", LEASE).orElseThrow();
        assertThat(find(claim).waiting()).isNull();
        assertThat(find(claim).totals().requests()).isEqualTo(5);
    }

    @Test
    void tellsThatARunIsSlowedUntilItIsNot() {
        queue();
        Claim claim = leases.claim("a", LEASE).orElseThrow();
        held.phase(claim, Phase.COMPARE, 10, null);
        leases.renew(claim, LEASE, 0, NOTHING, OptionalDouble.of(2.345));
        assertThat(find(claim).progress().slowed().requestsPerSecond()).isEqualTo(2.35);
        assertThat(find(claim).progress().slowed().detail()).contains("fewer requests");
        leases.renew(claim, LEASE, 0, NOTHING, OptionalDouble.empty());
        assertThat(find(claim).progress().slowed()).isNull();
    }

    private Run find(Claim claim) {
        return runs.find(claim.export(), claim.run()).orElseThrow();
    }

    @Test
    void worksOnOneRunOfAConnectionAtATime() throws Exception {
        queue();
        queue();
        List<Claim> claims = claimAtOnce(8);
        assertThat(claims).hasSize(1);
        leases.release(claims.getFirst(), Outcome.done(false), 0);
        assertThat(leases.claim("next", LEASE))
                .as("the last second of another worker's pace")
                .isEmpty();
        aSecondPasses();
        assertThat(leases.claim("next", LEASE)).isPresent();
    }

    @Test
    void doesNotMakeConnectionsWaitForEachOther() {
        queue();
        queue(Neighbours.get().connection(new Sandbox(), 1_000));
        assertThat(leases.claim("a", LEASE)).isPresent();
        assertThat(leases.claim("b", LEASE)).isPresent();
    }

    @Test
    void letsAnotherTakeOverFromASilentWorkerAndFencesTheSilentOne() throws SQLException {
        UUID run = queue();
        Claim silent = leases.claim("silent", LEASE).orElseThrow();
        execute("update run set lease_until = clock_timestamp() - interval '2 seconds' where id = '" + run + "'");
        Claim next = leases.claim("next", LEASE).orElseThrow();
        assertThat(next.run()).isEqualTo(run);
        assertThat(next.epoch()).isGreaterThan(silent.epoch());
        assertThat(leases.renew(silent, LEASE, 0, NOTHING, OptionalDouble.empty()))
                .isFalse();
        assertThat(leases.renew(next, LEASE, 0, NOTHING, OptionalDouble.empty()))
                .isTrue();
        assertThatExceptionOfType(StopRunException.class)
                .isThrownBy(() -> held.commit(
                        silent,
                        new Counts(1, 1, 1, 1, 1, 1),
                        1,
                        connection -> execute(
                                connection, "insert into audience_list select export_id, export_id, 'x' from run")))
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo(StopReason.LEASE_LOST));
        leases.release(silent, Outcome.done(false), 0);
        assertThat(runs.find(next.export(), run)).get().extracting(Run::status).isEqualTo(RunStatus.PROCESSING);
        assertThat(runs.find(next.export(), run).orElseThrow().totals().contactsUpserted())
                .isZero();
    }

    @Test
    void recordsWhatWasAcceptedByOneStatementThatIsFencedToo() throws SQLException {
        UUID run = queue();
        Claim silent = leases.claim("silent", LEASE).orElseThrow();
        execute("update run set lease_until = clock_timestamp() - interval '2 seconds' where id = '" + run + "'");
        Claim next = leases.claim("next", LEASE).orElseThrow();
        Sql accepted = ledger.delivered(
                next.export(),
                List.of(
                        new Delivered("p1", "c1", new byte[] {1}, null, new byte[16], List.of(), List.of()),
                        new Delivered(
                                "p2", "c2", new byte[] {2}, null, new byte[16], List.of(segment), List.of("Phone"))),
                List.of(),
                false);
        assertThatExceptionOfType(StopRunException.class)
                .isThrownBy(() -> held.commit(silent, new Counts(2, 2, 0, 0, 0, 0), 1, accepted))
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo(StopReason.LEASE_LOST));
        assertThat(inLedger(next)).isZero();
        held.commit(next, new Counts(2, 2, 0, 0, 0, 0), 1, accepted);
        assertThat(inLedger(next)).isEqualTo(2);
        Run now = runs.find(next.export(), run).orElseThrow();
        assertThat(now.totals().contactsUpserted()).isEqualTo(2);
        assertThat(now.totals().requests()).isEqualTo(1);
    }

    @Test
    void countsTheWorkersLostSinceARunGotOn() {
        UUID run = queue();
        assertThat(leases.claim("first", LEASE).orElseThrow().lostWorkers()).isZero();
        assertThat(takeOver(run).lostWorkers()).isEqualTo(1);
        Claim third = takeOver(run);
        assertThat(third.lostWorkers()).isEqualTo(2);
        held.commit(third, new Counts(1, 0, 0, 0, 0, 0), 0, connection -> {});
        assertThat(takeOver(run).lostWorkers())
                .as("comparing is not getting on")
                .isEqualTo(3);
        Claim fifth = takeOver(run);
        held.commit(fifth, new Counts(1, 1, 0, 0, 0, 0), 1, connection -> {});
        Claim sixth = takeOver(run);
        assertThat(sixth.lostWorkers()).isEqualTo(1);
        leases.handOver(sixth, 0);
        Patience.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(leases.claim("seventh", LEASE))
                .as("who hands over is not lost")
                .map(Claim::lostWorkers)
                .contains(1));
    }

    private Claim takeOver(UUID run) {
        rows().change("update run set lease_until = clock_timestamp() - interval '2 seconds' where id = ?", run);
        return leases.claim("next", LEASE).orElseThrow();
    }

    /** What Autopilot had lost is made anew in a phase that nothing was planned for. */
    @Test
    void neverTellsThatMoreIsDoneThanThereIsToDo() {
        UUID run = queue();
        Claim claim = leases.claim("worker", LEASE).orElseThrow();
        held.phase(claim, Phase.JOIN, 2, null);
        for (int done = 1; done <= 4; done++) {
            held.commit(claim, new Counts(1, 0, 1, 0, 0, 0), 1, connection -> {});
            assertThat(runs.find(claim.export(), run).orElseThrow().progress())
                    .extracting(Progress::done, Progress::total)
                    .containsExactly((long) done, Math.max(2L, done));
        }
    }

    @Test
    void aLedgerGoesWithItsExport() {
        queue();
        Claim claim = leases.claim("worker", LEASE).orElseThrow();
        held.commit(
                claim,
                new Counts(1, 1, 0, 0, 0, 0),
                1,
                ledger.delivered(
                        claim.export(),
                        List.of(new Delivered("p1", "c1", new byte[] {1}, null, new byte[16], List.of(), List.of())),
                        List.of(),
                        false));
        assertThat(inLedger(claim)).isEqualTo(1);
        rows().change("delete from export where id = ?", claim.export());
        assertThat(inLedger(claim)).isZero();
    }

    private Rows rows() {
        return new Rows(database);
    }

    private long inLedger(Claim claim) {
        return rows().number("select count(*) from ledger where export_id = ?", claim.export());
    }

    @Test
    void takesOverFromAWorkerThatStandsStillInMidTransaction() throws SQLException {
        UUID run = queue();
        leases.claim("still", LEASE).orElseThrow();
        execute("update run set lease_until = clock_timestamp() - interval '2 seconds' where id = '" + run + "'");
        try (Connection still = database.getConnection()) {
            still.setAutoCommit(false);
            execute(still, "update run set done = done + 1 where id = '" + run + "'");
            assertThat(leases.claim("next", LEASE))
                    .as("while the row is locked")
                    .isEmpty();
            Patience.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(leases.claim("next", LEASE))
                    .map(Claim::run)
                    .contains(run));
            assertThatExceptionOfType(SQLException.class).isThrownBy(still::commit);
        }
    }

    @Test
    void handsARunOverOnceThePaceOfTheOneBeforeIsOver() {
        UUID run = queue();
        Claim first = leases.claim("first", LEASE).orElseThrow();
        leases.handOver(first, 3);
        assertThat(leases.claim("second", LEASE)).as("within a second").isEmpty();
        Patience.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(leases.claim("second", LEASE))
                .map(Claim::run)
                .contains(run));
        assertThat(runs.find(first.export(), run).orElseThrow().totals().requests())
                .isEqualTo(3);
    }

    @Test
    void letsAWaitingRunBeJoinedAndARunningOneBeFollowed() {
        UUID export = UUID.fromString(Api.create(connection, segment));
        UUID first = queue(export, connection, false);
        assertThat(queue(export, connection, true)).isEqualTo(first);
        assertThat(leases.claim("a", LEASE)).get().satisfies(claim -> {
            assertThat(claim.run()).isEqualTo(first);
            assertThat(claim.confirmRemovals()).isTrue();
        });
        assertThat(queue(export, connection, false)).isNotEqualTo(first);
    }

    @Test
    void triesAFailedRunAgainOnlyWhenItIsDue() throws SQLException {
        UUID run = queue();
        Claim claim = leases.claim("a", LEASE).orElseThrow();
        Outcome failed =
                new Outcome(RunStatus.FAILED_RETRYING, StopReason.DESTINATION_UNAVAILABLE, "…", 1, Duration.ofHours(1));
        leases.release(claim, failed, 0);
        assertThat(leases.claim("b", LEASE)).isEmpty();
        execute("update run set next_attempt_at = clock_timestamp() where id = '" + run + "'");
        aSecondPasses();
        assertThat(leases.claim("b", LEASE)).get().extracting(Claim::failures).isEqualTo(1);
    }

    private void aSecondPasses() throws SQLException {
        execute("update run set released_at = released_at - interval '1 second'");
    }

    private List<Claim> claimAtOnce(int workers) throws Exception {
        CyclicBarrier start = new CyclicBarrier(workers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Optional<Claim>>> claims = Stream.<Callable<Optional<Claim>>>generate(() -> () -> {
                        start.await();
                        return leases.claim(Thread.currentThread().toString(), LEASE);
                    })
                    .limit(workers)
                    .toList();
            return threads.invokeAll(claims).stream()
                    .map(claim -> claim.resultNow())
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private UUID queue() {
        return queue(connection);
    }

    private UUID queue(UUID on) {
        return queue(UUID.fromString(Api.create(connection, segment)), on, false);
    }

    private UUID queue(UUID export, UUID on, boolean confirmRemovals) {
        return newRuns.queue(new NewRun(
                export,
                on,
                RunTrigger.ON_DEMAND,
                Purpose.DELIVER,
                new Person("subject-of-somebody", "somebody"),
                null,
                confirmRemovals,
                Instant.EPOCH));
    }

    private void execute(String sql) throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection()) {
                execute(connection, sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
