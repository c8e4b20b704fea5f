package insights.export.comparison;

import insights.export.progress.Phase;
import insights.export.progress.Plan;
import insights.export.run.RunControl;
import java.util.Map;

/**
 * What a run found before it sent anything.
 *
 * @param profiles distinct members of the segments
 * @param eligible those that can be exported
 * @param creates contacts that the export has not delivered before
 * @param updates contacts that it has, and that changed
 * @param joins list memberships to add
 * @param riders contacts to create or update that are wanted on at least one more list
 * @param leaves list memberships to end
 * @param clears contacts to take off their flags
 * @param laterLeaves list memberships to end once the contact's flag is set instead, because the mode has changed
 * @param laterClears contacts to take off flags once they are on the lists instead
 * @param removals people who will be in no audience any more
 */
public record Comparison(
        long profiles,
        long eligible,
        long creates,
        long updates,
        long joins,
        long riders,
        long leaves,
        long clears,
        long laterLeaves,
        long laterClears,
        long removals) {

    /** Contacts to create or update. */
    public long upserts() {
        return creates + updates;
    }

    /** Contacts that are as they should be. */
    public long unchanged() {
        return eligible - upserts();
    }

    /** What people are told of it. */
    public RunControl.Found found() {
        return new RunControl.Found(profiles, eligible, unchanged());
    }

    /**
     * What is going to be asked of the destination.
     *
     * @param batch contacts in one request
     * @param ride whether memberships ride along with contacts
     */
    public Plan plan(int batch, boolean ride) {
        return new Plan(Map.of(
                Phase.LEAVE,
                leaves + Math.ceilDiv(clears, batch),
                Phase.UPSERT,
                Math.ceilDiv(upserts(), batch),
                Phase.JOIN,
                joinRequests(batch, ride),
                Phase.MOVE,
                laterLeaves + Math.ceilDiv(laterClears, batch)));
    }

    /** Those who ride along are seen by reading the lists. */
    public long joinRequests(int batch, boolean ride) {
        long riding = ride ? riders : 0;
        return joins - riding + Math.ceilDiv(riding, batch);
    }

    /** Steps of moving people from the audiences of one mode to those of another; one of the two is 0. */
    public long moves() {
        return laterLeaves + laterClears;
    }
}
