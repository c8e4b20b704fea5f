package insights.destination.key;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, UUID> {

    /** Whether a connection other than this one (null: any at all) holds the key with this fingerprint. */
    boolean isUsedByAnother(byte[] fingerprint, UUID connectionId) {
        return list("fingerprint", fingerprint).stream().anyMatch(key -> !key.connectionId.equals(connectionId));
    }

    /** Rows to rotate, locked; those that somebody else works on are left out. */
    List<ApiKeyEntity> lockOutdated(int currentVersion, int most) {
        return getEntityManager()
                .createQuery("from ApiKeyEntity k where k.dataKey.masterKeyVersion < :current", ApiKeyEntity.class)
                .setParameter("current", currentVersion)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .setMaxResults(most)
                .getResultList();
    }

    /** Rows that need another master key than this one. */
    long countOthers(int version) {
        return count("dataKey.masterKeyVersion <> ?1", version);
    }

    /** For every master key in use, one of the rows that need it. */
    List<ApiKeyEntity> oneOfEachMasterKey() {
        return getSession()
                .createNativeQuery(
                        "select distinct on (master_key_version) * from api_key order by master_key_version",
                        ApiKeyEntity.class)
                .getResultList();
    }
}
