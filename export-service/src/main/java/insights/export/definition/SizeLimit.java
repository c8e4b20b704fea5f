package insights.export.definition;

import insights.common.problem.Problem;
import insights.export.ExportProblem;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** How much all exports of one connection may have together (F4, L1). */
@ApplicationScoped
public class SizeLimit {

    private final Config config;

    SizeLimit(Config config) {
        this.config = config;
    }

    /** Limits of exports. */
    @ConfigMapping(prefix = "insights.exports")
    public interface Config {

        /** Most distinct profiles in all exports of one connection together. */
        @WithDefault("100000")
        long maxProfiles();
    }

    /** Whether so many are too many. */
    public boolean isExceededBy(long profiles) {
        return profiles > config.maxProfiles();
    }

    /** What to say about it. */
    public String message(long profiles) {
        return String.format(
                Locale.ROOT,
                "The exports of this connection would have %,d distinct profiles together; %,d are allowed. Choose fewer or"
                        + " smaller segments.",
                profiles,
                config.maxProfiles());
    }

    void require(long profiles) {
        if (isExceededBy(profiles)) {
            throw Problem.of(ExportProblem.TOO_MANY_PROFILES, message(profiles));
        }
    }
}
