package insights.common.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import insights.common.time.ApiTime;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Takes texts for times, as parameters do. Jackson would take numbers, and quietly decide whether they are seconds. */
@Singleton
public class Times implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("times").addDeserializer(Instant.class, new TimeDeserializer()));
    }

    /** The last one counts, and Quarkus adds those that read numbers late. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    private static final class TimeDeserializer extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1;

        TimeDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            try {
                return ApiTime.parse(parser.getText());
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "no time");
            }
        }
    }
}
