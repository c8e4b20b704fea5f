package insights.destination.connection;

import insights.common.security.Person;
import insights.destination.consent.ConsentRecord;
import insights.destination.type.CheckOutcome;
import insights.destination.type.ConnectionType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A connection. Its API key is elsewhere; here is only what a person may see of it. */
@Entity
@Table(name = "connection")
class ConnectionEntity {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    ConnectionType type;

    @Column(name = "display_name")
    String displayName;

    String endpoint;

    @Enumerated(EnumType.STRING)
    ConnectionStatus status;

    @Column(name = "shared_with_contributors")
    boolean sharedWithContributors;

    @Column(name = "rate_limit_per_second")
    int rateLimitPerSecond;

    @Column(name = "max_contacts")
    Integer maxContacts;

    /** Null while there is no key. */
    @Column(name = "key_hint")
    String keyHint;

    /** Account that the first key was of, as the destination names it; null where it does not, or did not then. */
    @Column(name = "account_id")
    String accountId;

    /** Null while there is none in force. */
    @Embedded
    @AttributeOverride(name = "textVersion", column = @Column(name = "consent_text_version"))
    @AttributeOverride(name = "language", column = @Column(name = "consent_language"))
    @AttributeOverride(name = "textSha256", column = @Column(name = "consent_text_sha256"))
    @AttributeOverride(name = "at", column = @Column(name = "consent_at"))
    @AttributeOverride(name = "by.subject", column = @Column(name = "consent_by_subject"))
    @AttributeOverride(name = "by.name", column = @Column(name = "consent_by_name"))
    Consent consent;

    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "export_user_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "export_user_name"))
    @AttributeOverride(name = "at", column = @Column(name = "export_user_at"))
    @AttributeOverride(name = "lapse", column = @Column(name = "export_user_lapse"))
    ExportUser exportUser;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "last_check_at"))
    @AttributeOverride(name = "outcome", column = @Column(name = "last_check_outcome"))
    @AttributeOverride(name = "detail", column = @Column(name = "last_check_detail"))
    LastCheck lastCheck;

    @Column(name = "created_at")
    Instant createdAt;

    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "created_by_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "created_by_name"))
    Person createdBy;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Embedded
    @AttributeOverride(name = "subject", column = @Column(name = "updated_by_subject"))
    @AttributeOverride(name = "name", column = @Column(name = "updated_by_name"))
    Person updatedBy;

    @Version
    long version;

    /** Whether runs might use it when it was read. */
    @Transient
    boolean wasOpen;

    @PostLoad
    void loaded() {
        wasOpen = isOpen();
    }

    /** Whether runs may use it: consented, with a key that works, in the name of somebody. */
    boolean isOpen() {
        return status == ConnectionStatus.CONNECTED && hasExportUser();
    }

    /** Whether somebody lends runs their name. */
    boolean hasExportUser() {
        return exportUser != null && exportUser.lapse() == null;
    }

    /** Whether a key is known to be of another account than the one that it was connected to. */
    boolean isOfAnother(String account) {
        return accountId != null && !accountId.equals(account);
    }

    void agreed(ConsentRecord record) {
        consent = Consent.from(record);
        status = status.after(ConnectionStatus.Event.CONSENT_AGREED);
    }

    void withdrawn() {
        consent = null;
        status = status.after(ConnectionStatus.Event.CONSENT_WITHDRAWN);
    }

    /** Notes a check. Only an answer about the key itself changes the status: a pause that is asked for does not. */
    void checked(Instant at, CheckOutcome outcome) {
        lastCheck = LastCheck.of(at, outcome, type);
        switch (outcome) {
            case ACCEPTED -> status = status.after(ConnectionStatus.Event.KEY_ACCEPTED);
            case API_KEY_REFUSED -> status = status.after(ConnectionStatus.Event.KEY_REFUSED);
            default -> {}
        }
    }
}
