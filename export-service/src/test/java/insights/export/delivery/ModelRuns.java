package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.start.ErasureRuns;
import insights.export.testing.Api;
import insights.export.testing.AtOnce;
import insights.export.testing.LostLease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs as the model test follows them, which has no time for HTTP. */
final class ModelRuns {

    private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);

    private final Database database;
    private final ErasureRuns formerRuns;

    ModelRuns(Database database, ErasureRuns formerRuns) {
        this.database = database;
        this.formerRuns = formerRuns;
    }

    String start(ModelExport export, boolean confirmed, boolean retryRejected) {
        return Api.started(
                export.id(),
                Map.of("confirmRemovals", confirmed, "confirmGrowth", confirmed, "retryRejected", retryRejected));
    }

    /** With what it put at its destination; as often as it takes. */
    void remove(ModelExport export) {
        UUID id = UUID.fromString(export.id());
        for (int attempts = 0;
                text("select id::text from export where id = ?", id).isPresent();
                attempts++) {
            assertThat(attempts).as("attempts to remove it").isLessThan(20);
            AtOnce.send(List.of(AtOnce.delete("contributor", "/exports/" + id + "?takeOff=true")));
            // The run goes with its export.
            text("select id::text from run where export_id = ? and purpose = 'TAKE_OFF' order by id desc limit 1", id)
                    .ifPresent(run -> await(run, "SUCCESSFUL"));
        }
    }

    /** It is looked who opted out at a connection that the export left. @return the run; empty: nothing was ever delivered there */
    Optional<String> lookAt(ModelExport export, ModelAccount left) {
        return kept(export, left).map(kept -> {
            formerRuns.queueFormer(UUID.fromString(export.id()), left.connection);
            return text(
                            "select id::text from run where export_id = ? and purpose = 'FORMER_CONNECTION' order by id desc limit 1",
                            UUID.fromString(export.id()))
                    .orElseThrow();
        });
    }

    /** Under what it is kept what an export delivered to a connection that it left. */
    Optional<String> kept(ModelExport export, ModelAccount left) {
        return text(
                "select id::text from export where former_of = ? and ledger_connection_id = ?",
                UUID.fromString(export.id()),
                left.connection);
    }

    /** In so many milliseconds the worker can write no more, and another one takes over a moment later, as after a lease that has run out. */
    void loseLease(String run, int in) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(in));
        Sql lose = Sql.of(LostLease.SQL + "id = ?", UUID.fromString(run));
        database.transaction(connection -> Database.update(connection, lose));
        LostLease.takeOver();
    }

    /** In so many milliseconds; or not at all, when it has ended. */
    void cancel(ModelExport export, String run, int in) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(in));
        AtOnce.send(
                List.of(AtOnce.post("contributor", "/exports/" + export.id() + "/runs/" + run + "/cancel", Map.of())));
    }

    /** How it ended, or that it was put off. */
    String await(String run) {
        return await(run, "none");
    }

    /** @param gone what is told of a run that is there no more */
    private String await(String run, String gone) {
        long longest = System.nanoTime() + LONGEST;
        while (System.nanoTime() < longest) {
            String status = text("select status from run where id = ?", UUID.fromString(run))
                    .orElse(gone);
            if (!status.equals("QUEUED") && !status.equals("PROCESSING")) {
                return status;
            }
            LockSupport.parkNanos(OFTEN);
        }
        throw new AssertionError("Run " + run + " does not end");
    }

    /** Contact ids of those who are on by the doing of what is kept under an id, as far as its ledger knows. */
    List<String> on(String ledger) {
        Sql sql = Sql.of(
                "select contact_id from ledger where export_id = ? and contact_id is not null"
                        + " and cardinality(memberships || joining || flags || flagging) > 0",
                UUID.fromString(ledger));
        return database.transaction(connection -> Database.list(connection, sql, row -> row.getString(1)));
    }

    Optional<String> text(String sql, Object... values) {
        return database.transaction(
                connection -> Database.first(connection, Sql.of(sql, values), row -> row.getString(1)));
    }
}
