package insights.segment.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import insights.segment.profile.ProfileId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a list of profiles, each id in its one form ({@link ProfileId}), and keeps no more of it than a segment may have: one
 * more tells the validation that there are too many, whatever the rest of a body of many megabytes is.
 */
@RegisterForReflection
public final class ProfileIdsReader extends StdDeserializer<List<String>> {

    private static final long serialVersionUID = 1;

    public ProfileIdsReader() {
        super(List.class);
    }

    @Override
    public List<String> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            context.reportWrongTokenException(this, JsonToken.START_ARRAY, "a list of ids");
        }
        List<String> ids = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (ids.size() > SegmentRequest.MAX_PROFILES) {
                parser.skipChildren();
            } else {
                ids.add(
                        parser.currentToken() == JsonToken.VALUE_NULL
                                ? null
                                : ProfileId.canonical(context.readValue(parser, String.class)));
            }
        }
        return ids;
    }
}
