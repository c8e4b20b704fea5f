package insights.segment.imports.log;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Imports as they are stored. */
@ApplicationScoped
class ProfileImportRepository implements PanacheRepositoryBase<ProfileImportEntity, UUID> {

    Optional<ProfileImportEntity> findByKey(String startedBy, String key) {
        return find("startedBy = ?1 and idempotencyKey = ?2", startedBy, key).firstResultOptional();
    }

    List<ProfileImportEntity> running() {
        return list("status", ImportStatus.RUNNING);
    }

    /** That one unless it is over, kept from ending until the transaction ends: it may be about to. */
    Optional<ProfileImportEntity> lockRunning(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(entity -> entity.status == ImportStatus.RUNNING);
    }

    /** The latest first. */
    List<ProfileImportEntity> page(UUID before, int limit) {
        return (before == null ? find("order by id desc") : find("id < ?1 order by id desc", before))
                .page(0, limit)
                .list();
    }
}
