package insights.segment.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The latest first. */
    List<ProfileImportEntity> page(UUID before, int limit) {
        return (before == null ? find("order by id desc") : find("id < ?1 order by id desc", before))
                .page(0, limit)
                .list();
    }
}
