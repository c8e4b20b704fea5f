package insights.common.parameter;

import insights.common.problem.UnreadableParameterException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads query parameters: 422 for one that cannot be read, with what it must be. By itself the framework answers 404,
 * and takes everything but {@code true} for {@code false}. Path parameters are left to it: there, 404 is right. Lists are
 * its matter, too; it asks for the type of their items.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class QueryParameters implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return name(annotations)
                .flatMap(name -> ParameterType.of(rawType).map(type -> new Converter<T>(name, type)))
                .orElse(null);
    }

    private static Optional<String> name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
    }

    private record Converter<T>(String parameter, ParameterType type) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            try {
                return (T) type.read().apply(text);
            } catch (RuntimeException e) {
                throw new UnreadableParameterException(parameter, type.expected(text));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
