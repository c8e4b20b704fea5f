package insights.common.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyFactory;
import java.security.KeyPair;
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
import java.util.concurrent.ConcurrentMap;

/**
 * Bearer tokens for tests, signed with the key that {@link OidcResource} publishes, of the same shape as Keycloak's.
 * By default they are right in everything; a test spoils what it is about. Who asks for the same shortly afterwards gets the
 * same: signing one costs more processor time than what most tests do with it.
 */
public final class Tokens {

    static final String KEY_ID = "test-key";

    /** The class loaders of a test and of its resources differ, system properties do not. */
    private static final String KEY_PROPERTY = "insights.test.oidc.key";

    private static final String ISSUER_PROPERTY = "insights.test.oidc.issuer";

    private static final ConcurrentMap<String, Signed> SIGNED = new ConcurrentHashMap<>();

    private final List<String> roles;
    private String name;
    private String subject;
    private String issuer = System.getProperty(ISSUER_PROPERTY);
    private Set<String> audience = Set.of("destination-service", "segment-service", "export-service");
    private Instant expiresAt = Instant.now().plusSeconds(300);
    private Instant authenticatedAt = Instant.now();
    private Instant notBefore;
    private boolean isOfNow = true;
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

    /** A finished token of somebody who has these roles. */
    public static String token(String... roles) {
        return of(roles).sign();
    }

    public Tokens name(String value) {
        name = value;
        return this;
    }

    /** Who it is, whatever the name; else a subject that is made of the name. */
    public Tokens subject(String value) {
        subject = value;
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
        isOfNow = false;
        return this;
    }

    /** From when on it counts, which most providers do not say. */
    public Tokens notBefore(Instant value) {
        notBefore = value;
        isOfNow = false;
        return this;
    }

    /** When the person signed in; null leaves the claim out. */
    public Tokens authenticatedAt(Instant value) {
        authenticatedAt = value;
        isOfNow = false;
        return this;
    }

    /** Signs with a key that the provider does not have. */
    public Tokens foreignKey() {
        key = Foreign.KEY;
        return this;
    }

    /** Signs with a key of the provider's of that id. */
    public Tokens key(String id, KeyPair value) {
        keyId = id;
        key = value.getPrivate();
        return this;
    }

    /** Names a key that the provider does not publish, or not yet. */
    public Tokens keyId(String value) {
        keyId = value;
        return this;
    }

    public String sign() {
        if (!isOfNow || key != null) {
            return signed();
        }
        String same = String.join(
                "\n",
                System.getProperty(KEY_PROPERTY),
                keyId,
                issuer,
                subject(),
                name,
                audience.toString(),
                roles.toString());
        return SIGNED.compute(
                        same,
                        (claims, last) -> last == null || last.isOld() ? new Signed(signed(), Instant.now()) : last)
                .token();
    }

    private String subject() {
        return subject == null ? "subject-of-" + name : subject;
    }

    private String signed() {
        var claims = Jwt.issuer(issuer)
                .subject(subject())
                .preferredUserName(name)
                .audience(audience)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", roles))
                .issuedAt(expiresAt.minusSeconds(300))
                .expiresAt(expiresAt);
        if (authenticatedAt != null) {
            claims.claim("auth_time", authenticatedAt.getEpochSecond());
        }
        if (notBefore != null) {
            claims.claim("nbf", notBefore.getEpochSecond());
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

    /** Made once, and by who needs it: that takes seconds. */
    private static final class Foreign {

        private static final PrivateKey KEY = OidcResource.newKeys().getPrivate();
    }

    private record Signed(String token, Instant at) {

        private static final Duration KEPT = Duration.ofSeconds(30);

        boolean isOld() {
            return at.plus(KEPT).isBefore(Instant.now());
        }
    }
}
