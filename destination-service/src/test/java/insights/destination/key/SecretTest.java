package insights.destination.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.destination.internal.ApiKeyResponse;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {

    private static final String TEXT = "0123456789abcdef";

    private final ObjectMapper json = new ObjectMapper();
    private final Secret secret = new Secret(TEXT);

    @Test
    void doesNotPrint() {
        assertThat(secret + " " + new ApiKeyResponse(secret) + String.format("%s", secret))
                .doesNotContain(TEXT);
    }

    @Test
    void isNotSerialised() {
        assertThatThrownBy(() -> json.writeValueAsString(secret)).isInstanceOf(JsonMappingException.class);
        assertThatThrownBy(() -> json.writeValueAsString(Map.of("key", secret)))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageNotContaining(TEXT);
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(secret))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void isHandedOutWhereAPropertySaysSo() throws JsonProcessingException {
        assertThat(json.writeValueAsString(new ApiKeyResponse(secret))).isEqualTo("{\"apiKey\":\"" + TEXT + "\"}");
    }

    @Test
    void comesFromAText() throws JsonProcessingException {
        assertThat(json.readValue('"' + TEXT + '"', Secret.class).reveal()).isEqualTo(TEXT);
        assertThat(secret.hint()).isEqualTo("cdef");
    }
}
