package insights.export.delivery;

import insights.export.autopilot.AutopilotAccount;
import insights.export.autopilot.AutopilotClient;
import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes Autopilot agree with an export: compares what is desired with what the ledger says was delivered, and sends the
 * difference. It can be broken off anywhere and begun again; what was accepted is in the ledger. Leaving comes first, so
 * that a contact which one profile gives up and another takes over ends up on its lists.
 */
@ApplicationScoped
public class Delivery {

    private final AutopilotClient autopilot;
    private final Comparer comparer;
    private final Guards guards;
    private final LeavePhase leaves;
    private final UpsertPhase upserts;
    private final JoinPhase joins;

    Delivery(
            AutopilotClient autopilot,
            Comparer comparer,
            Guards guards,
            LeavePhase leaves,
            UpsertPhase upserts,
            JoinPhase joins) {
        this.autopilot = autopilot;
        this.comparer = comparer;
        this.guards = guards;
        this.leaves = leaves;
        this.upserts = upserts;
        this.joins = joins;
    }

    /**
     * Delivers.
     *
     * @throws StopRunException when a guard or the run says so
     * @throws insights.export.autopilot.AutopilotException when Autopilot gives no answer to work with
     */
    public void deliver(Export export, Connection connection, ApiKey key, RunControl run) {
        guards.size(export);
        Comparison comparison = comparer.compare(export, run);
        run.compared(comparison);
        guards.audience(comparison, run.removalsConfirmed());
        AutopilotAccount account = autopilot.account(connection, key, run);
        Assignment assignment = new Assignment(export, account, run);
        run.phase(Phase.LEAVE, comparison.leaves());
        leaves.run(assignment);
        run.phase(Phase.UPSERT, comparison.upserts());
        upserts.run(assignment);
        run.phase(Phase.JOIN, comparison.joins());
        joins.run(assignment);
    }
}
