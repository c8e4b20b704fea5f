package insights.export.worker;

import insights.export.run.Purpose;
import java.util.UUID;

/**
 * A run that this worker holds.
 *
 * @param epoch number of the claim; a write with an older one is refused
 * @param traceParent where its work belongs in a trace; null when nobody has traced it yet
 * @param takenOver another worker held it and fell silent
 * @param lostWorkers so many in a row have fallen silent with it, and none of them got on
 */
record Claim(
        UUID run,
        UUID export,
        UUID connection,
        Purpose purpose,
        boolean confirmRemovals,
        boolean confirmGrowth,
        boolean confirmEmptying,
        int failures,
        long epoch,
        String traceParent,
        boolean takenOver,
        int lostWorkers) {}
