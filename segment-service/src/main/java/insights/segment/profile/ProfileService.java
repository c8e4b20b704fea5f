package insights.segment.profile;

import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.announcement.ErasureAnnouncements;
import insights.segment.audit.SegmentAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/** Looks at profiles, and erases them. */
@ApplicationScoped
public class ProfileService {

    /** PostgreSQL's code for a lock that was not free in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final int RETRY_AFTER_SECONDS = 30;

    private final Database database;
    private final ProfileRepository profiles;
    private final Tombstones tombstones;
    private final ErasureAnnouncements announcements;
    private final AuditLog audit;
    private final ErasureConfig config;
    private final Clock clock;

    ProfileService(
            Database database,
            ProfileRepository profiles,
            Tombstones tombstones,
            ErasureAnnouncements announcements,
            AuditLog audit,
            ErasureConfig config,
            Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.tombstones = tombstones;
        this.announcements = announcements;
        this.audit = audit;
        this.config = config;
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
            lock(connection);
            profiles.erase(connection, profileId);
            tombstones.add(connection, fingerprint, clock.instant());
            // Nobody has heard of a profile with an id that no profile can have, and nobody would take it.
            if (Texts.isId(profileId)) {
                announcements.add(connection, profileId, clock.instant());
            }
            return null;
        });
        // The id is personal data from now on; its fingerprint is not.
        audit.record(SegmentAction.PROFILE_ERASED, HexFormat.of().formatHex(fingerprint), null, Changes.none());
    }

    /** Merging a large file may take longer than a caller waits. */
    private void lock(Connection connection) throws SQLException {
        String wait = config.maxWait().toMillis() + "ms";
        Database.list(connection, Sql.of("select set_config('lock_timeout', ?, true)", wait), row -> Boolean.TRUE);
        try {
            JobLock.take(connection, Tombstones.LOCK);
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            throw Problem.builder(
                            CommonProblem.UNAVAILABLE,
                            "A file is being merged into the profiles right now: erase the profile again in a minute.")
                    .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                    .build();
        }
    }

    /** One more than the limit when there are more, as {@link insights.common.page.Page} needs it. */
    public List<Profile> list(String after, String search, int limit) {
        return database.transaction(connection -> profiles.list(connection, after, search, limit + 1));
    }
}
