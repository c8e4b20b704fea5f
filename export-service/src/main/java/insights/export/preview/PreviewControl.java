package insights.export.preview;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.desired.DesiredRepository;
import insights.export.destination.Flow;
import insights.export.progress.Counts;
import insights.export.progress.Phase;
import insights.export.progress.Plan;
import insights.export.run.RunControl;
import java.util.UUID;

/** Takes the place of a run while it is computed what one would do: nothing is counted, nothing is sent, and in the end nothing is left. */
public record PreviewControl(UUID id, Database database) implements RunControl, AutoCloseable {

    /** Like a run that begins now. */
    public static PreviewControl begin(Database database) {
        return new PreviewControl(
                database.transaction(connection -> Database.first(
                                connection, Sql.of("select uuidv7()"), row -> row.getObject(1, UUID.class))
                        .orElseThrow()),
                database);
    }

    @Override
    public void close() {
        commit(Counts.steps(0), connection -> DesiredRepository.clear(connection, id));
    }

    @Override
    public boolean removalsConfirmed() {
        return false;
    }

    @Override
    public boolean growthConfirmed() {
        return false;
    }

    @Override
    public boolean emptyingConfirmed() {
        return false;
    }

    @Override
    public void start(Runnable work) {
        throw new IllegalStateException("A preview makes no request");
    }

    @Override
    public void flows(Flow flow) {
        // There are none.
    }

    @Override
    public void phase(Phase phase, long total) {
        // Nobody watches.
    }

    @Override
    public void compared(Found found, Plan plan) {
        // It is the answer.
    }

    @Override
    public void commit(Counts counts, Change change) {
        database.transaction(connection -> {
            change.apply(connection);
            return null;
        });
    }

    @Override
    public void commit(Counts counts, Sql change) {
        throw new IllegalStateException("A preview makes no request");
    }

    @Override
    public void check() {
        throw new IllegalStateException("A preview makes no request");
    }

    @Override
    public void requested() {
        throw new IllegalStateException("A preview makes no request");
    }
}
