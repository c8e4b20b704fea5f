package insights.destination.notice;

import insights.common.security.Person;
import insights.destination.connection.ConnectionClosed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Tells export-service that nothing may be sent through a connection any more. It may come more than once, but never
 * after the connection was opened again.
 *
 * @param by who closed it
 */
@RegisterForReflection
record ClosedNotice(ConnectionClosed.Reason reason, Person by, Instant at) {}
