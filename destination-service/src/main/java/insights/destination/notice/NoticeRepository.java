package insights.destination.removal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

@ApplicationScoped
class RemovalNoticeRepository implements PanacheRepositoryBase<RemovalNoticeEntity, UUID> {

    List<UUID> connectionIds() {
        return getEntityManager()
                .createQuery("select n.connectionId from RemovalNoticeEntity n order by n.at", UUID.class)
                .getResultList();
    }

    /** The notice, locked; empty when it is gone or somebody else is sending it. */
    Optional<RemovalNoticeEntity> claim(UUID connectionId) {
        return find("connectionId", connectionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }
}
