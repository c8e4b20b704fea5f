package insights.common.parameter;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A query parameter that an operation takes.
 *
 * @param many whether it may come several times
 * @param mayBeEmpty whether no text is a value of its type
 */
record KnownParameter(boolean many, boolean mayBeEmpty) {

    /** Those of a method of a resource, by name, those in its parameter objects included. */
    static Map<String, KnownParameter> of(Method method) {
        Map<String, KnownParameter> known = new TreeMap<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            Class<?> type = method.getParameterTypes()[i];
            Annotation[] annotations = method.getParameterAnnotations()[i];
            for (Annotation annotation : annotations) {
                if (annotation instanceof QueryParam query) {
                    known.put(query.value(), of(type));
                } else if (annotation instanceof BeanParam) {
                    addFields(known, type);
                }
            }
        }
        return known;
    }

    private static void addFields(Map<String, KnownParameter> known, Class<?> bean) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                if (query != null) {
                    known.put(query.value(), of(field.getType()));
                }
            }
        }
    }

    private static KnownParameter of(Class<?> type) {
        boolean many = Collection.class.isAssignableFrom(type) || type.isArray();
        return new KnownParameter(many, type == String.class);
    }

    /** What is wrong with its values, if anything. */
    Optional<String> error(List<String> values) {
        if (!many && values.size() > 1) {
            return Optional.of("give it once");
        }
        return !mayBeEmpty && values.stream().anyMatch(String::isEmpty)
                ? Optional.of("give a value, or leave it out")
                : Optional.empty();
    }
}
