package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Refuses a body where nobody would read it: who sends one wishes something by it, such as a refresh of some segments alone,
 * and would not learn that something else happened.
 */
@Provider
public class NeedlessBodyFilter implements ContainerRequestFilter {

    private static final Set<String> CHANGING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final String OF_THE_FRAMEWORK = "jakarta.ws.rs.";

    private final Map<Method, Boolean> takesBody = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method != null
                && CHANGING.contains(request.getMethod())
                && hasBody(request)
                && !takesBody.computeIfAbsent(method, NeedlessBodyFilter::takesBody)) {
            throw Problem.of(CommonProblem.UNREADABLE_REQUEST, "Send no body: this operation takes none.");
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return request.getHeaderString("Transfer-Encoding") != null || length != null && !length.equals("0");
    }

    /** A parameter that is neither named in the path nor the framework's own is the body. */
    private static boolean takesBody(Method method) {
        String path =
                path(method.getDeclaringClass().getAnnotation(Path.class)) + path(method.getAnnotation(Path.class));
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> !isOfTheFramework(parameter) && !path.contains("{" + parameter.getName() + "}"));
    }

    private static String path(Path path) {
        return path == null ? "" : path.value();
    }

    private static boolean isOfTheFramework(Parameter parameter) {
        return Stream.concat(
                        Arrays.stream(parameter.getAnnotations()).map(Annotation::annotationType),
                        Stream.of(parameter.getType()))
                .anyMatch(type -> type.getName().startsWith(OF_THE_FRAMEWORK));
    }
}
