package insights.common.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Arrays;

/** Passes over {@link ReadOnlyMembers} where a body sends them back. */
final class SentBack extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        Class<?> type = beanOrClass instanceof Class<?> itself ? itself : beanOrClass.getClass();
        ReadOnlyMembers members = type.getAnnotation(ReadOnlyMembers.class);
        if (members == null || !Arrays.asList(members.value()).contains(name)) {
            return false;
        }
        parser.skipChildren();
        return true;
    }
}
