package insights.destination.key;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The one place where an API key is. Its hint is with the connection. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {

    @Id
    @Column(name = "connection_id")
    UUID connectionId;

    @Embedded
    WrappedKey dataKey;

    @Column(name = "sealed")
    byte[] sealed;

    /** Keyed hash: tells whether two connections hold the same key, and nothing else. */
    @Column(name = "fingerprint")
    byte[] fingerprint;
}
