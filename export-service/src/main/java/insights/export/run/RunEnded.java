package insights.export.run;

import java.util.UUID;

/**
 * Told when a run has ended, or an attempt at it that is repeated later, whoever ended it.
 *
 * @param reason null when it went through, or a person canceled it
 */
public record RunEnded(UUID run, RunStatus status, StopReason reason) {}
