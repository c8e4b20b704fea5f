package insights.segment.profile;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is left of profiles that were erased: a fingerprint of the id, from which nobody without the key finds the id, and
 * the instant.
 */
@Singleton
@Startup
public class Tombstones {

    /** Held by whoever erases profiles or brings some in, to the end of the transaction. */
    public static final String LOCK = "profiles";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_KEY = 32;

    private final ErasureConfig config;

    Tombstones(ErasureConfig config) {
        this.config = config;
    }

    @PostConstruct
    void refuseShortKeys() {
        if (config.key().length() < MIN_KEY) {
            throw new IllegalStateException("insights.erasure.key is shorter than " + MIN_KEY
                    + " characters: give a random text that is longer");
        }
    }

    /** Makes fingerprints. Not for several threads at once. */
    public Fingerprints fingerprints() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(config.key().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return profileId -> mac.doFinal(profileId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Turns ids into what a tombstone keeps of them. */
    @FunctionalInterface
    public interface Fingerprints {
        byte[] of(String profileId);
    }

    /** Whether any profile was ever erased. */
    public boolean exist(Connection connection) throws SQLException {
        return Database.first(connection, Sql.of("select exists (select from tombstone)"), row -> row.getBoolean(1))
                .orElseThrow();
    }

    void add(Connection connection, byte[] fingerprint, Instant now) throws SQLException {
        Database.update(
                connection,
                Sql.of(
                        "insert into tombstone (fingerprint, erased_at) values (?, ?) on conflict do nothing",
                        fingerprint,
                        now));
    }
}
