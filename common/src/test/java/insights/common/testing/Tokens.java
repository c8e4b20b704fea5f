package insights.common.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bearer tokens for tests, signed with the key that {@link OidcResource} publishes, of the same shape as Keycloak's.
 * By default they are right in everything; a test spoils what it is about.
 */
public final class Tokens {

    static final String KEY_ID = "test-key";

    /** The class loaders of a test and of its resources differ, system properties do not. */
    private static final String KEY_PROPERTY = "insights.test.oidc.key";

    private static final String ISSUER_PROPERTY = "insights.test.oidc.issuer";

    private static final Map<String, Finished> FINISHED = new ConcurrentHashMap<>();

    /** A token that was signed. */
    private record Finished(String token, Instant at) {

        private static final Duration NEW = Duration.ofSeconds(30);

        static Finished of(String... roles) {
            return new Finished(Tokens.of(roles).sign(), Instant.now());
        }

        boolean isNew() {
            return at.plus(NEW).isAfter(Instant.now());
        }
    }

    private final List<String> roles;
    private String name;
    private String issuer = System.getProperty(ISSUER_PROPERTY);
    private Set<String> audience = Set.of("destination-service", "segment-service", "export-service");
    private Instant expiresAt = Instant.now().plusSeconds(300);
    private Instant authenticatedAt = Instant.now();
    private PrivateKey key;
    private String keyId = KEY_ID;

    private Tokens(List<String> roles) {
        this.roles = roles;
        this.name = roles.isEmpty() ? "nobody" : roles.getFirst();
    }

    static void signWith(PrivateKey key, String issuer) {
        System.setProperty(KEY_PROPERTY, Base64.getEncoder().encodeToString(key.getEncoded()));
        System.setProperty(ISSUER_PROPERTY, issuer);
    }

    /** A token of somebody, named like the first role, who has these roles. */
    public static Tokens of(String... roles) {
        return new Tokens(Arrays.asList(roles));
    }

    /** A finished token of somebody who has these roles; for a while the same one, since signing costs more than most requests. */
    public static String token(String... roles) {
        String who = String.join(" ", roles) + System.getProperty(ISSUER_PROPERTY) + System.getProperty(KEY_PROPERTY);
        return FINISHED.compute(who, (unused, known) -> known != null && known.isNew() ? known : Finished.of(roles))
                .token();
    }

    public Tokens name(String value) {
        name = value;
        return this;
    }

    public Tokens issuer(String value) {
        issuer = value;
        return this;
    }

    public Tokens audience(String... values) {
        audience = Set.of(values);
        return this;
    }

    public Tokens expiresAt(Instant value) {
        expiresAt = value;
        return this;
    }

    /** When the person signed in; null leaves the claim out. */
    public Tokens authenticatedAt(Instant value) {
        authenticatedAt = value;
        return this;
    }

    /** Signs with a key that the provider does not have. */
    public Tokens foreignKey() {
        key = OidcResource.newKeys().getPrivate();
        return this;
    }

    /** Names a key that the provider does not publish, or not yet. */
    public Tokens keyId(String value) {
        keyId = value;
        return this;
    }

    public String sign() {
        var claims = Jwt.issuer(issuer)
                .subject("subject-of-" + name)
                .preferredUserName(name)
                .audience(audience)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", roles))
                .issuedAt(expiresAt.minusSeconds(300))
                .expiresAt(expiresAt);
        if (authenticatedAt != null) {
            claims.claim("auth_time", authenticatedAt.getEpochSecond());
        }
        return claims.jws().keyId(keyId).sign(key == null ? providerKey() : key);
    }

    private static PrivateKey providerKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(KEY_PROPERTY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }
}
