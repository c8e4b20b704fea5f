package insights.destination.key;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one key of {@link Fingerprints}, wrapped. */
@Entity
@Table(name = "fingerprint_key")
class FingerprintKeyEntity {

    static final int ONLY = 1;

    @Id
    @Column(name = "id")
    int id;

    @Embedded
    WrappedKey key;
}
