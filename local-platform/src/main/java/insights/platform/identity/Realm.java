package insights.platform.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** What our realm files say: who can sign in, and which services have an identity. */
public final class Realm {

    /** The client that people's command lines sign in with. */
    public static final String COMMAND_LINE = "insights-cli";

    private static final String FILE = "/keycloak/insights-realm.json";

    /** Apart from the others: it is signed in with from any port of this machine, which is for nowhere else. */
    private static final String CONSOLE = "/keycloak/console-client.json";

    private final JsonNode content;

    public Realm() {
        content = read(FILE);
        ((ArrayNode) content.get("clients")).add(read(CONSOLE));
    }

    private static JsonNode read(String file) {
        try (InputStream open = Realm.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it, to be imported. */
    String json() {
        return content.toPrettyString();
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
