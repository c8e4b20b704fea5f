package insights.destination.key;

import insights.common.seal.AesGcm;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.HexFormat;
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

    /** Another for every key that is stored, be it the same one anew; a rotation leaves it. */
    String id() {
        return HexFormat.of().formatHex(AesGcm.nonce(sealed));
    }
}
