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
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses a body where nobody would read it: who sends one wishes something by it, such as a refresh of some segments alone,
 * and would not learn that something else happened. An empty object wishes nothing.
 */
@Provider
public class NeedlessBodyFilter implements ContainerRequestFilter {

    private static final Set<String> CHANGING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final int LONGEST_OF_NOTHING = 16;
    private static final Pattern NOTHING = Pattern.compile("\\s*(?:\\{\\s*}|null)?\\s*");

    private static final String OF_THE_FRAMEWORK = "jakarta.ws.rs.";

    private final Map<Method, Boolean> takesBody = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Method method = resource.getResourceMethod();
        if (method != null
                && CHANGING.contains(request.getMethod())
                && hasBody(request)
                && !takesBody.computeIfAbsent(method, NeedlessBodyFilter::takesBody)
                && !saysNothing(request)) {
            throw Problem.of(CommonProblem.UNREADABLE_REQUEST, "Send no body: this operation takes none.");
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return request.getHeaderString("Transfer-Encoding") != null || length != null && !length.equals("0");
    }

    /** Many clients send an empty object, or a null, wherever they POST. */
    private static boolean saysNothing(ContainerRequestContext request) throws IOException {
        String beginning =
                new String(request.getEntityStream().readNBytes(LONGEST_OF_NOTHING + 1), StandardCharsets.UTF_8);
        return beginning.length() <= LONGEST_OF_NOTHING
                && NOTHING.matcher(beginning).matches();
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
