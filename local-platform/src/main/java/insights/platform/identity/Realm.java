package insights.platform.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** What our realm file says: who can sign in, and which services have an identity. */
public final class Realm {

    /** The client that people's command lines sign in with. */
    public static final String COMMAND_LINE = "insights-cli";

    private static final String FILE = "/keycloak/insights-realm.json";

    private final JsonNode content;

    public Realm() {
        try (InputStream file = open()) {
            content = new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, to be imported. */
    InputStream open() {
        return Realm.class.getResourceAsStream(FILE);
    }

    public String name() {
        return content.get("realm").textValue();
    }

    /** The people, each with the one role they have. */
    public List<User> users() {
        return elements("users")
                .filter(user -> user.has("credentials"))
                .map(user -> new User(
                        user.get("username").textValue(),
                        user.at("/credentials/0/value").textValue(),
                        user.at("/realmRoles/0").textValue()))
                .toList();
    }

    /** Clients that sign in with a secret. */
    List<String> confidentialClients() {
        return elements("clients")
                .filter(client -> client.has("secret"))
                .map(client -> client.get("clientId").textValue())
                .toList();
    }

    private java.util.stream.Stream<JsonNode> elements(String name) {
        return StreamSupport.stream(content.get(name).spliterator(), false);
    }
}
