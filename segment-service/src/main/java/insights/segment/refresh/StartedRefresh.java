package insights.segment.refresh;

import java.time.Instant;
import java.util.UUID;

/** A refresh that is being worked on. */
record StartedRefresh(UUID id, int number, Instant startedAt, int attempts) {}
