package insights.destination.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<NoticeEntity, UUID> {

    /** Ids of all that are there, in order of time. */
    List<UUID> ids() {
        return getEntityManager()
                .createQuery("select n.id from NoticeEntity n order by n.id", UUID.class)
                .getResultList();
    }

    /** The notice, locked; empty when it is gone or somebody else is sending it. */
    Optional<NoticeEntity> claim(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    /** Takes back what was not sent yet; waits for what is being sent. */
    void takeBack(UUID connectionId, NoticeKind kind) {
        delete("connectionId = ?1 and kind = ?2", connectionId, kind);
    }
}
