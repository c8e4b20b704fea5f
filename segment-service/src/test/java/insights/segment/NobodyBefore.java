package insights.segment;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/**
 * Each class of tests begins without the profiles, members and active segments of those before it, which share its database:
 * every refresh would look at all of them.
 */
public class NobodyBefore implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> tests) {
        SegmentDatabase.asOwner("""
                update segment set status = 'INACTIVE';
                truncate profile, membership, departure, profile_change, counted_segment""");
    }
}
