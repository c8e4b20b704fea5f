package insights.destination.key;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text that nobody may see by accident: it prints as a placeholder, and JSON refuses it unless the property says
 * {@link Reveal}.
 */
@JsonSerialize(using = Secret.Refuse.class)
@Schema(type = SchemaType.STRING, format = "password")
public final class Secret {

    private static final int HINT_LENGTH = 4;

    private final String value;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** The text itself, for the few places that exist to use it: ArchitectureTest lists them. */
    public String reveal() {
        return value;
    }

    /** The last four characters, by which a person tells one key from another. */
    public String hint() {
        return value.substring(Math.max(0, value.length() - HINT_LENGTH));
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }

    @RegisterForReflection
    static final class Refuse extends StdSerializer<Secret> {

        private static final long serialVersionUID = 1;

        Refuse() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializerProvider provider) throws IOException {
            throw JsonMappingException.from(json, "a secret is not serialised");
        }
    }

    /** For the one property that hands a secret out. */
    @RegisterForReflection
    public static final class Reveal extends StdSerializer<Secret> {

        private static final long serialVersionUID = 1;

        public Reveal() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(secret.reveal());
        }
    }
}
