package insights.common.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/** What a caller knows a parameter of a resource by, or one in a parameter object: not the name that it has in Java. */
final class ParameterNames {

    private ParameterNames() {}

    /** Of the query, path or header parameter that a violation is about; empty when it is about a body. */
    static Optional<String> of(ConstraintViolation<?> violation) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        Path.Node method = path.next();
        if (method.getKind() != ElementKind.METHOD || !path.hasNext()) {
            return Optional.empty();
        }
        Path.Node parameter = path.next();
        if (parameter.getKind() != ElementKind.PARAMETER) {
            return Optional.empty();
        }
        int index = parameter.as(Path.ParameterNode.class).getParameterIndex();
        Class<?>[] types = method.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
        Optional<Annotation[]> annotations = find(violation.getRootBeanClass(), method.getName(), types)
                .map(java -> java.getParameterAnnotations()[index]);
        if (annotations.isPresent() && isBean(annotations.get()) && path.hasNext()) {
            return inBean(types[index], path.next().getName());
        }
        return annotations.flatMap(ParameterNames::name);
    }

    /** What the field of a parameter object is filled from. */
    private static Optional<String> inBean(Class<?> bean, String field) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field each : type.getDeclaredFields()) {
                if (each.getName().equals(field)) {
                    return name(each.getAnnotations());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBean(Annotation... annotations) {
        return Arrays.stream(annotations).anyMatch(BeanParam.class::isInstance);
    }

    /** Beans are made of subclasses, whose methods do not have the annotations. */
    private static Optional<Method> find(Class<?> bean, String name, Class<?>... types) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && Arrays.equals(method.getParameterTypes(), types)
                        && Arrays.stream(method.getParameterAnnotations())
                                .anyMatch(annotations -> name(annotations).isPresent() || isBean(annotations))) {
                    return Optional.of(method);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(Annotation... annotations) {
        return Arrays.stream(annotations)
                .map(annotation -> switch (annotation) {
                    case QueryParam query -> query.value();
                    case PathParam inPath -> inPath.value();
                    case HeaderParam header -> header.value();
                    default -> null;
                })
                .filter(name -> name != null)
                .findFirst();
    }
}
