package insights.destination.notice;

import insights.common.security.Person;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Tells export-service that a connection is gone. It may come more than once.
 *
 * @param exports what becomes of the exports that are not named
 * @param detach exports to detach
 * @param remove exports to remove
 * @param by who removed the connection
 */
@RegisterForReflection
public record RemovalNotice(Fate exports, List<UUID> detach, List<UUID> remove, Person by, Instant at) {}
