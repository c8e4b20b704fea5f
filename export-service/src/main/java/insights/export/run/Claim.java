package insights.export.run;

import insights.export.delivery.Purpose;
import java.util.UUID;

/**
 * A run that this worker holds.
 *
 * @param epoch number of the claim; a write with an older one is refused
 */
record Claim(
        UUID run, UUID export, UUID connection, Purpose purpose, boolean confirmRemovals, int failures, long epoch) {}
