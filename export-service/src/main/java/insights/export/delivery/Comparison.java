package insights.export.delivery;

/**
 * What a run found before it sent anything.
 *
 * @param profiles distinct members of the segments
 * @param eligible those that can be exported
 * @param rejected those that cannot
 * @param creates contacts that the export has not delivered before
 * @param updates contacts that it has, and that changed
 * @param joins list memberships to add
 * @param riders contacts to create or update that are wanted on at least one more list
 * @param leaves list memberships to end
 * @param clears contacts to take off their flags
 * @param laterLeaves list memberships to end once the contact's flag is set instead, because the mode has changed
 * @param laterClears contacts to take off flags once they are on the lists instead
 * @param removals people to take off
 */
public record Comparison(
        long profiles,
        long eligible,
        long rejected,
        long creates,
        long updates,
        long joins,
        long riders,
        long leaves,
        long clears,
        long laterLeaves,
        long laterClears,
        Removals removals) {

    long upserts() {
        return creates + updates;
    }

    /** Steps of moving people from the audiences of one mode to those of another; one of the two is 0. */
    long moves() {
        return laterLeaves + laterClears;
    }
}
