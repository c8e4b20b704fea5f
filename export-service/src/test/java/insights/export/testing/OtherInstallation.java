package insights.export.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * An installation whose operator chose otherwise than most: guards that a handful of people set off, who are enough to ride along
 * too; and contacts of erased people are deleted. One for all tests that need any of it, because each costs a start.
 */
public final class OtherInstallation implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "insights.delivery.guarded-audience", "2",
                "insights.delivery.guarded-growth", "3",
                "insights.delivery.riders", "1",
                "insights.delivery.erasure", "DELETE_CONTACT");
    }
}
