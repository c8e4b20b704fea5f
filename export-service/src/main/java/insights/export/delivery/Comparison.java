package insights.export.delivery;

/**
 * What a run found before it sent anything.
 *
 * @param profiles distinct members of the segments
 * @param eligible those that can be exported
 * @param rejected those that cannot
 * @param upserts contacts to create or update
 * @param joins memberships to add
 * @param leaves memberships to end
 * @param delivered profiles that the export had delivered before
 * @param removals of these, the ones that lose every membership
 */
public record Comparison(
        long profiles,
        long eligible,
        long rejected,
        long upserts,
        long joins,
        long leaves,
        long delivered,
        long removals) {}
