package insights.export.former;

import insights.common.security.Person;
import insights.export.run.RunTrigger;
import java.util.UUID;

/**
 * A connection that an export left, and where it is to be looked again who opted out.
 *
 * @param trigger what there has been since the last look
 * @param by who set that off
 * @param anybody whether there is still anybody in an audience by the doing of the export
 */
record DueFormer(UUID export, UUID connection, RunTrigger trigger, Person by, boolean anybody) {}
