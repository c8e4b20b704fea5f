package insights.export.run;

import java.util.UUID;

/** Told when a run was ended from outside: a worker here that holds it makes no further request. */
public record RunStopped(UUID run) {}
