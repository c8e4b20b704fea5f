package insights.segment.profile;

import insights.common.problem.Problem;
import insights.segment.audit.AuditTrail;
import insights.segment.sql.Database;
import insights.segment.sql.JobLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/** Looks at profiles, and erases them. */
@ApplicationScoped
public class ProfileService {

    private final Database database;
    private final ProfileRepository profiles;
    private final Tombstones tombstones;
    private final AuditTrail audit;
    private final Clock clock;

    ProfileService(
            Database database, ProfileRepository profiles, Tombstones tombstones, AuditTrail audit, Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.tombstones = tombstones;
        this.audit = audit;
        this.clock = clock;
    }

    public Profile get(String profileId) {
        return database.transaction(connection -> profiles.find(connection, profileId))
                .orElseThrow(() -> Problem.notFound("profile", profileId));
    }

    /** Removes all that is kept of a profile, and leaves a tombstone. */
    @Transactional
    public void erase(String profileId) {
        byte[] fingerprint = tombstones.fingerprints().of(profileId);
        database.transaction(connection -> {
            JobLock.take(connection, Tombstones.LOCK);
            profiles.erase(connection, profileId);
            tombstones.add(connection, fingerprint, clock.instant());
            return null;
        });
        // The id is personal data from now on; its fingerprint is not.
        audit.record("profile.erase", "profile", HexFormat.of().formatHex(fingerprint), null, null);
    }

    /** One more than the limit when there are more, as {@link insights.common.page.Page} needs it. */
    public List<Profile> list(String after, String search, int limit) {
        return database.transaction(connection -> profiles.list(connection, after, search, limit + 1));
    }
}
