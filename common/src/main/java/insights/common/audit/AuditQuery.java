package insights.common.audit;

import insights.common.page.Period;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which events to find: those that fit everything that is given. Its fields are looked up by name at the start. */
@RegisterForReflection
public class AuditQuery extends Period {

    @Parameter(description = "Id of what it was done to")
    @QueryParam("target")
    String target;

    /** All that it may be called in the trail; null when any will do. */
    List<String> targets;

    @Parameter(description = "What was done, as `action` of the events names it")
    @QueryParam("action")
    String action;

    @Parameter(description = "Name or subject of who did it")
    @QueryParam("by")
    String by;

    @Parameter(
            description =
                    "true: only what machines did, the other services and the platform; false: only what people did")
    @QueryParam("machine")
    Boolean machine;

    /** @param names what something may be called in the trail */
    void askFor(Function<String, List<String>> names) {
        targets = target == null ? null : names.apply(target);
    }

    /** 422 for an action that there is not: an empty answer would look as if nobody had done it. */
    void requireOneOf(AuditAction... actions) {
        if (action != null && Arrays.stream(actions).map(AuditAction::name).noneMatch(action::equals)) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    Arrays.stream(actions)
                            .map(AuditAction::name)
                            .collect(Collectors.joining(", ", "Ask for one of ", ".")),
                    List.of(new FieldError("action", "nothing that can be done here")));
        }
    }
}
