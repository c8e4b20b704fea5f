package insights.console.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An identity provider that signs in whoever it is told to ({@code /control?user=…&roles=…}), and is as strict about the
 * authorization code flow as a real one: code once, PKCE verified, nonce repeated, client's secret asked for.
 */
public class Provider implements QuarkusTestResourceLifecycleManager {

    /** Tests find it here. */
    static final String URL = "insights.test.provider";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys = newKeys();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> subjects = new ConcurrentHashMap<>();
    private volatile Map<String, String> told = Map.of("user", "ada", "roles", "admin");
    private volatile String lastAuthorization = "";
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        server = StandIn.start();
        String issuer = StandIn.url(server);
        System.setProperty(URL, issuer);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> StandIn.answer(exchange, 200, "application/json", """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/authorize",
                 "end_session_endpoint":"%1$s/logout","response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer)));
        server.createContext("/jwks", exchange -> StandIn.answer(exchange, 200, "application/json", jwks()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext(
                "/logout",
                exchange -> StandIn.answer(
                        exchange, 200, "text/plain", exchange.getRequestURI().getRawQuery()));
        server.createContext("/control", exchange -> {
            told = StandIn.query(exchange);
            StandIn.answer(exchange, 200, "text/plain", "told");
        });
        server.createContext(
                "/last-authorization", exchange -> StandIn.answer(exchange, 200, "text/plain", lastAuthorization));
        server.createContext(
                "/logout-token",
                exchange -> StandIn.answer(
                        exchange,
                        200,
                        "text/plain",
                        logoutToken(StandIn.query(exchange).get("user"))));
        return Map.of("quarkus.oidc.auth-server-url", issuer);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = StandIn.query(exchange);
        lastAuthorization = exchange.getRequestURI().getRawQuery();
        String back = query.get("redirect_uri") + "?state=" + query.get("state");
        if (told.containsKey("error")) {
            back += "&error=" + told.get("error");
        } else {
            String code = UUID.randomUUID().toString();
            codes.put(code, query);
            back += "&code=" + code;
        }
        exchange.getResponseHeaders().set("Location", back);
        StandIn.answer(exchange, 302, "text/plain", "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = StandIn.form(exchange);
        String credentials = exchange.getRequestHeaders().getFirst("Authorization");
        String wanted =
                "Basic " + Base64.getEncoder().encodeToString("console:not-a-secret".getBytes(StandardCharsets.UTF_8));
        if (!wanted.equals(credentials)) {
            StandIn.answer(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
        } else if ("refresh_token".equals(form.get("grant_type"))) {
            refresh(exchange, form.get("refresh_token"));
        } else {
            Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
            boolean proven = asked != null && asked.get("code_challenge").equals(challenge(form.get("code_verifier")));
            if (proven) {
                tokens(exchange, told.get("user"), asked.get("nonce"));
            } else {
                StandIn.answer(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            }
        }
    }

    private void refresh(HttpExchange exchange, String refreshToken) throws IOException {
        String user = subjects.get(refreshToken);
        switch (told.getOrDefault("away", "")) {
            case "closed" -> {
                exchange.close();
                return;
            }
            case "broken" -> {
                StandIn.answer(exchange, 503, "text/plain", "starting");
                return;
            }
            // Nothing comes until the connection is closed.
            case "silent" -> {
                return;
            }
            default -> {}
        }
        if (user == null || told.containsKey("no-refresh")) {
            StandIn.answer(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
        } else {
            tokens(exchange, user, null);
        }
    }

    private void tokens(HttpExchange exchange, String user, String nonce) throws IOException {
        long seconds = Long.parseLong(told.getOrDefault("seconds", "300"));
        String refreshToken = UUID.randomUUID().toString();
        subjects.put(refreshToken, user);
        StandIn.answer(exchange, 200, "application/json", """
                {"access_token":"%s","id_token":"%s","refresh_token":"%s","token_type":"Bearer","expires_in":%d}""".formatted(
                        accessToken(user, seconds), idToken(user, nonce, seconds), refreshToken, seconds));
    }

    private String idToken(String user, String nonce, long seconds) {
        var claims = Jwt.issuer(StandIn.url(server))
                .subject("subject-of-" + user)
                .audience("console")
                .preferredUserName(user)
                .claim("name", "Name of " + user)
                .claim("sid", "session-of-" + user)
                .claim("auth_time", Instant.now().getEpochSecond())
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(seconds));
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        return claims.jws().keyId("key").sign(keys.getPrivate());
    }

    private String accessToken(String user, long seconds) {
        List<String> roles = Arrays.asList(told.getOrDefault("roles", "viewer").split(","));
        return Jwt.issuer(StandIn.url(server))
                .subject("subject-of-" + user)
                .audience(Set.of("destination-service", "segment-service", "export-service"))
                .claim("realm_access", Map.of("roles", roles))
                // As long as real ones, so that the session needs several cookies.
                .claim("padding", "x".repeat(Integer.parseInt(told.getOrDefault("padding", "2500"))))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(seconds))
                .jws()
                .keyId("key")
                .sign(keys.getPrivate());
    }

    private String logoutToken(String user) {
        return Jwt.issuer(StandIn.url(server))
                .subject("subject-of-" + user)
                .audience("console")
                .claim("sid", "session-of-" + user)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(60))
                .claim("jti", UUID.randomUUID().toString())
                .jws()
                .keyId("key")
                .sign(keys.getPrivate());
    }

    private String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        byte[] modulus = key.getModulus().toByteArray();
        byte[] unsigned = modulus[0] == 0 ? Arrays.copyOfRange(modulus, 1, modulus.length) : modulus;
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"key\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(
                        BASE64.encodeToString(unsigned),
                        BASE64.encodeToString(key.getPublicExponent().toByteArray()));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
