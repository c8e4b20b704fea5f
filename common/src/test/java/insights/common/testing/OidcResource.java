package insights.common.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The part of an OpenID provider that a service needs: discovery, keys, and tokens for services by client credentials.
 * The tokens are really signed, see {@link Tokens}. The end-to-end tests use Keycloak instead.
 */
public class OidcResource implements QuarkusTestResourceLifecycleManager {

    private final KeyPair keys;
    /** By their ids. */
    private final Map<String, RSAPublicKey> published = new ConcurrentHashMap<>();

    private HttpServer server;
    /** Free at the first start; the same at the next ones, with the same keys. */
    private int port;
    /** Where its keys are, when not here. */
    private OidcResource keysAt;

    public OidcResource() {
        this(Own.KEYS);
    }

    private OidcResource(KeyPair keys) {
        this.keys = keys;
        published.put(Tokens.KEY_ID, (RSAPublicKey) keys.getPublic());
    }

    /** All that one test run starts have the same: to make some takes seconds. */
    private static final class Own {

        private static final KeyPair KEYS = newKeys();
    }

    /** One whose keys are served by another, which must have been started once. */
    public OidcResource(OidcResource keysAt) {
        this(keysAt.keys);
        this.keysAt = keysAt;
    }

    /** Signs with another key too from now on. */
    void publish(String id, KeyPair key) {
        published.put(id, (RSAPublicKey) key.getPublic());
    }

    /** Withdraws a key: what is signed with it counts no more. */
    void withdraw(String id) {
        published.remove(id);
    }

    /** Where it listens, once it was started. */
    int port() {
        return port;
    }

    @Override
    public Map<String, String> start() {
        port = port == 0 ? FreePort.next() : port;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String issuer = "http://localhost:" + port;
        Tokens.signWith(keys.getPrivate(), issuer);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, """
                        {"issuer":"%1$s","jwks_uri":"http://localhost:%2$d/jwks","token_endpoint":"%1$s/protocol/openid-connect/token",
                         "authorization_endpoint":"%1$s/auth","response_types_supported":["code"],
                         "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer, keysAt == null ? port : keysAt.port)));
        server.createContext("/jwks", exchange -> answer(exchange, jwks()));
        server.createContext("/protocol/openid-connect/token", exchange -> answer(exchange, serviceToken(exchange)));
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", issuer, "quarkus.oidc-client.credentials.secret", "not-a-secret");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static String serviceToken(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        String client = form.get("client_id");
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        if (client == null && basic != null) {
            client = new String(Base64.getDecoder().decode(basic.substring("Basic ".length())), StandardCharsets.UTF_8)
                    .split(":")[0];
        }
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                .formatted(Tokens.of(client).sign());
    }

    private String jwks() {
        return published.entrySet().stream()
                .map(key -> jwk(key.getKey(), key.getValue()))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    private static String jwk(String id, RSAPublicKey key) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        byte[] modulus = key.getModulus().toByteArray();
        byte[] unsigned = modulus[0] == 0 ? java.util.Arrays.copyOfRange(modulus, 1, modulus.length) : modulus;
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(
                        id,
                        encoder.encodeToString(unsigned),
                        encoder.encodeToString(key.getPublicExponent().toByteArray()));
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
