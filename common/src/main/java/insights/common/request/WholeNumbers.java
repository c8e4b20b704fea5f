package insights.common.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/** Takes {@code 25.0} for the whole number that it is (JSON Schema, "integer"); {@link StrictJson} refuses 25.5. */
@Singleton
public class WholeNumbers implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("whole numbers")
                .addDeserializer(Integer.class, new Exact<>(Integer.class, BigDecimal::intValueExact, null))
                .addDeserializer(int.class, new Exact<>(int.class, BigDecimal::intValueExact, 0))
                .addDeserializer(Long.class, new Exact<>(Long.class, BigDecimal::longValueExact, null))
                .addDeserializer(long.class, new Exact<>(long.class, BigDecimal::longValueExact, 0L)));
    }

    private static final class Exact<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<BigDecimal, T> exact;
        private final transient T none;

        Exact(Class<T> type, Function<BigDecimal, T> exact, T none) {
            super(type);
            this.exact = exact;
            this.none = none;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                    && parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            BigDecimal number = parser.getDecimalValue();
            try {
                return exact.apply(number);
            } catch (ArithmeticException e) {
                return (T) context.handleWeirdNumberValue(handledType(), number, "no whole number of this range");
            }
        }

        @Override
        public T getNullValue(DeserializationContext context) {
            return none;
        }
    }
}
