package insights.common.parameter;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses query parameters that an operation does not know, by name: a filter with a typing error would find everything. Also
 * one that comes twice where it means one value, and a number, time or id that is empty: the framework would take the first,
 * or none.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {

    private final Map<Method, Map<String, KnownParameter>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Map<String, KnownParameter> parameters = known.computeIfAbsent(method, KnownParameter::of);
        List<FieldError> errors = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            KnownParameter parameter = parameters.get(name);
            if (parameter == null) {
                errors.add(new FieldError(name, "no parameter of this operation"));
            } else {
                parameter.error(values).ifPresent(detail -> errors.add(new FieldError(name, detail)));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    parameters.isEmpty()
                            ? "This operation takes no query parameters."
                            : "Correct the query parameters listed under errors. This operation takes %s."
                                    .formatted(String.join(", ", parameters.keySet())),
                    errors);
        }
    }
}
