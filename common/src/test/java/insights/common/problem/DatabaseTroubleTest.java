package insights.common.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

/** Whose trouble it is when the database refuses. */
class DatabaseTroubleTest {

    @Test
    void aLockThatSomebodyKeepsIsNoDatabaseThatIsAway() {
        RuntimeException locked = new IllegalStateException(new SQLException("canceling statement", "55P03"));
        assertThat(DatabaseTrouble.isAway(locked)).isFalse();
        assertThat(DatabaseTrouble.isLocked(locked)).isTrue();
        assertThat(DatabaseTrouble.lockedProblem().getMessage()).contains("Somebody else");
    }

    @Test
    void aServerThatIsStoppedIsAway() {
        RuntimeException stopped = new IllegalStateException(new SQLException("terminating connection", "57P01"));
        assertThat(DatabaseTrouble.isAway(stopped)).isTrue();
        assertThat(DatabaseTrouble.isLocked(stopped)).isFalse();
    }

    /** Case P07b. */
    @Test
    void aDiskWithoutRoomIsSaidToBeFull() {
        RuntimeException full = new IllegalStateException(new SQLException("could not extend file", "53100"));
        assertThat(DatabaseTrouble.isAway(full)).isTrue();
        assertThat(DatabaseTrouble.isFull(full)).isTrue();
        assertThat(DatabaseTrouble.problem(full).getMessage()).contains("no room left");
        RuntimeException stopped = new IllegalStateException(new SQLException("terminating connection", "57P01"));
        assertThat(DatabaseTrouble.problem(stopped).getMessage()).contains("does not answer");
    }

    @Test
    void aServerThatMayOnlyBeReadIsAwayAndSaidToTakeNoChanges() {
        RuntimeException standby = new IllegalStateException(
                new SQLException("cannot execute INSERT in a read-only transaction", "25006"));
        assertThat(DatabaseTrouble.isAway(standby)).isTrue();
        assertThat(DatabaseTrouble.isReadOnly(standby)).isTrue();
        assertThat(DatabaseTrouble.problem(standby).getMessage()).contains("takes no changes");
    }

    @Test
    void aTransactionThatWasEndedBecauseThisProcessStoodStillIsNoFaultOfItsRequest() {
        RuntimeException stoodStill = new IllegalStateException(
                new SQLException("terminating connection due to idle-in-transaction timeout", "25P03"));
        assertThat(DatabaseTrouble.isAway(stoodStill)).isTrue();
    }

    @Test
    void aServerThatGoesWhileACommitIsUnderWayIsAway() {
        RollbackException commit = new RollbackException("Could not commit transaction.");
        XAException told = new XAException(XAException.XAER_RMFAIL);
        told.initCause(new SQLException("terminating connection due to unexpected postmaster exit", "57P02"));
        commit.addSuppressed(told);
        assertThat(DatabaseTrouble.isAway(new IllegalStateException(commit))).isTrue();
        assertThat(DatabaseTrouble.isAway(new IllegalStateException(new RollbackException("because of a bug"))))
                .isFalse();
    }
}
