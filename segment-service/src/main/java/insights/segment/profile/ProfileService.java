package insights.segment.profile;

import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.segment.announcement.ErasureAnnouncements;
import insights.segment.audit.AuditTrail;
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
    private final ErasureAnnouncements announcements;
    private final AuditTrail audit;
    private final Clock clock;

    ProfileService(
            Database database,
            ProfileRepository profiles,
            Tombstones tombstones,
            ErasureAnnouncements announcements,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.tombstones = tombstones;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
    }

    public Profile get(String profileId) {
        return database.transaction(connection -> profiles.find(connection, profileId))
                .orElseThrow(() -> Problem.notFound("profile", profileId));
    }

    /** Attributes of those that are there. */
    List<InternalProfileResource.Attributes> attributes(List<String> profileIds, List<String> fields) {
        return database.transaction(connection -> profiles.attributes(connection, profileIds, fields));
    }

    /** Removes all that is kept of a profile, and leaves a tombstone. */
    @Transactional
    public void erase(String profileId) {
        byte[] fingerprint = tombstones.fingerprints().of(profileId);
        database.transaction(connection -> {
            JobLock.take(connection, Tombstones.LOCK);
            profiles.erase(connection, profileId);
            tombstones.add(connection, fingerprint, clock.instant());
            announcements.add(connection, profileId, clock.instant());
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
