package insights.segment.refresh;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Refreshes as they are stored. */
@ApplicationScoped
class RefreshRepository implements PanacheRepositoryBase<RefreshEntity, UUID> {

    Optional<RefreshEntity> findByKey(String requestedBy, String key) {
        return find("requestedBy = ?1 and idempotencyKey = ?2", requestedBy, key)
                .firstResultOptional();
    }

    /** The one whose turn it is. */
    Optional<RefreshEntity> next() {
        return find("status = ?1 order by number", RefreshStatus.RUNNING).firstResultOptional();
    }

    /** The latest first. */
    List<RefreshEntity> page(UUID before, int limit) {
        return (before == null ? find("order by id desc") : find("id < ?1 order by id desc", before))
                .page(0, limit)
                .list();
    }
}
