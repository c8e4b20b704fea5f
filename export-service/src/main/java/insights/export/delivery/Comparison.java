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
 * @param leaves list memberships to end
 * @param clears contacts to take off their audience fields
 * @param delivered profiles that the export had in an audience before
 * @param removals of these, the ones that will be in none
 * @param mostShrunk the audience of a segment that loses the greatest part, among those big enough to be guarded
 */
public record Comparison(
        long profiles,
        long eligible,
        long rejected,
        long creates,
        long updates,
        long joins,
        long leaves,
        long clears,
        long delivered,
        long removals,
        Audience mostShrunk) {

    /**
     * The people at Autopilot who stand for one segment.
     *
     * @param delivered how many there are by the doing of the export
     * @param removals how many of them will not be there any more
     */
    record Audience(long delivered, long removals) {}

    long upserts() {
        return creates + updates;
    }

    /** What the run is going to ask of Autopilot. */
    public Plan plan() {
        return Plan.of(this);
    }
}
