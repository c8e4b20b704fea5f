package insights.segment.profile;

import insights.common.address.EmailAddress;
import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.segment.announcement.ErasureAnnouncements;
import insights.segment.audit.SegmentAction;
import insights.segment.erasure.Fingerprints;
import insights.segment.erasure.ProfilesLock;
import insights.segment.erasure.Tombstones;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import insights.segment.optout.OptOutReason;
import insights.segment.optout.OptOuts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** Looks at profiles, and erases them. */
@ApplicationScoped
public class ProfileService {

    /** A profile of more addresses is no person's; what is told of one must fit into a request. */
    private static final int MOST_ADDRESSES = 100;

    private final Database database;
    private final ProfileRepository profiles;
    private final AddressedProfiles addressed;
    private final FieldRepository fields;
    private final OptOuts optOuts;
    private final ProfilesLock lock;
    private final Tombstones tombstones;
    private final ErasureAnnouncements announcements;
    private final AuditLog audit;
    private final Clock clock;

    ProfileService(
            Database database,
            ProfileRepository profiles,
            AddressedProfiles addressed,
            FieldRepository fields,
            OptOuts optOuts,
            ProfilesLock lock,
            Tombstones tombstones,
            ErasureAnnouncements announcements,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.addressed = addressed;
        this.fields = fields;
        this.optOuts = optOuts;
        this.lock = lock;
        this.tombstones = tombstones;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
    }

    /** The profile with exactly this id, or whose id is the same address. */
    public Profile get(String profileId) {
        return database.transaction(connection -> {
            String meant = addressed.meant(connection, profileId);
            return profiles.find(connection, meant)
                    .orElseThrow(() -> ProfileId.isCanonical(profileId)
                            ? Problem.notFound("profile", profileId)
                            : notAnId(profileId))
                    .with(optOuts.reasons(connection, meant));
        });
    }

    /** Attributes of those that are there. */
    List<InternalProfileResource.Attributes> attributes(List<String> profileIds, List<String> fields) {
        return database.transaction(connection -> profiles.attributes(connection, profileIds, fields));
    }

    /**
     * Removes all that is kept of a profile, and leaves a tombstone, also of the id as it was asked for. What is known of its
     * opting out stays.
     */
    @Transactional
    public void erase(String profileId) {
        Fingerprints fingerprints = tombstones.fingerprints();
        byte[] fingerprint = database.transaction(connection -> {
            lock.take(connection);
            String meant = addressed.meant(connection, profileId);
            boolean canonical = ProfileId.isCanonical(meant);
            if (!canonical && profiles.find(connection, meant).isEmpty()) {
                throw notAnId(profileId);
            }
            byte[] person = fingerprints.ofId(meant);
            tombstones.add(
                    connection,
                    List.of(person, fingerprints.ofId(profileId)),
                    addresses(connection, meant, fingerprints),
                    clock.instant());
            // Lists and destinations may know an id that no profile has any more.
            for (String id : new LinkedHashSet<>(List.of(meant, profileId))) {
                List<EmailAddress> exported = exported(connection, id);
                optOuts.forget(connection, id);
                profiles.erase(connection, id);
                if (Texts.isId(id)) {
                    announcements.add(connection, id, exported, clock.instant());
                }
            }
            return person;
        });
        // The id is personal data from now on; its fingerprint is not.
        audit.record(SegmentAction.PROFILE_ERASED, HexFormat.of().formatHex(fingerprint), null, Changes.none());
    }

    /**
     * Opts a person out, or ends that. Where several profiles have the address that the id is, it holds for all of them by the
     * address; only what ends it has to say of whom.
     */
    @Transactional
    public OptOutResource.Standing enterOptOut(String profileId, boolean optedOut, String reason) {
        String meant = database.transaction(connection -> {
            if (!ProfileId.isCanonical(profileId)
                    && profiles.find(connection, profileId).isEmpty()) {
                throw notAnId(profileId);
            }
            return optedOut && addressed.ofSameAddress(connection, profileId).size() > 1
                    ? profileId
                    : addressed.meant(connection, profileId);
        });
        if (!optedOut && !meant.equals(profileId)) {
            // What was entered when there was no profile of the address yet would go on for ever.
            optOuts.enter(profileId, false, reason);
        }
        List<OptOutReason> reasons = optOuts.enter(meant, optedOut, reason);
        return new OptOutResource.Standing(meant, !reasons.isEmpty(), reasons);
    }

    /** Those that exports could have sent to; an id that is one is the person's, too. */
    private List<byte[]> addresses(Connection connection, String profileId, Fingerprints fingerprints)
            throws SQLException {
        return Stream.concat(
                        Stream.of(profileId),
                        profiles.texts(connection, profileId, fields.withRole(connection, FieldRole.EMAIL)).stream())
                .flatMap(text -> EmailAddress.within(text).stream())
                .map(fingerprints::ofAddress)
                .toList();
    }

    /** Whatever is an address of it: an export may send any text as one. */
    private List<EmailAddress> exported(Connection connection, String profileId) throws SQLException {
        return profiles.texts(connection, profileId).stream()
                .flatMap(text -> EmailAddress.parse(text).stream())
                .limit(MOST_ADDRESSES)
                .toList();
    }

    /** A profile of another id than the one that was meant must be neither shown nor erased. */
    private static RuntimeException notAnId(String profileId) {
        String canonical = ProfileId.canonical(profileId);
        return Problem.of(
                CommonProblem.UNREADABLE_REQUEST,
                ProfileId.refusal(canonical)
                        .map(why -> "No profile has such an id: " + why + ".")
                        .orElse(
                                "No profile has such an id: ids have no spaces or invisible characters at their edges,"
                                        + " accents are one character with their letter (NFC), and whole numbers end without .0. Send the id so."));
    }

    /** One more than the limit when there are more, as {@link insights.common.page.Page} needs it. */
    public List<Profile> list(String after, String search, int limit) {
        return database.transaction(connection -> profiles.list(connection, after, search, limit + 1));
    }
}
