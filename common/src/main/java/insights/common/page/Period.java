package insights.common.page;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The parameters by which lists of what happened are cut to a span of time, so that they are called alike everywhere. What
 * finds such things by more than that extends it. Its fields are looked up by name at the start.
 */
@RegisterForReflection
public class Period {

    @Parameter(description = "At this time or later, by the time that the list is in order of")
    @QueryParam("since")
    Instant since;

    @Parameter(description = "Before this time, by the time that the list is in order of")
    @QueryParam("until")
    Instant until;

    public final Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    public final Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /**
     * The same as conditions of HQL, each with an "and" before it.
     *
     * @param property whose time it is
     * @param parameters get what the conditions need
     */
    public final String condition(String property, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        since().ifPresent(time -> {
            where.append(" and ").append(property).append(" >= :since");
            parameters.put("since", time);
        });
        until().ifPresent(time -> {
            where.append(" and ").append(property).append(" < :until");
            parameters.put("until", time);
        });
        return where.toString();
    }
}
