package insights.segment.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The one schedule. */
@ApplicationScoped
class ScheduleRepository implements PanacheRepositoryBase<ScheduleEntity, Integer> {

    ScheduleEntity get() {
        return findById(ScheduleEntity.THE_ONE);
    }

    void due(Instant next) {
        getEntityManager()
                .createNativeQuery("update refresh_schedule set next_at = ?1")
                .setParameter(1, next)
                .executeUpdate();
    }

    /** Moves on from one due time to the next; false when another replica was first. */
    boolean moveOn(Instant from, Instant to) {
        return getEntityManager()
                        .createNativeQuery("update refresh_schedule set next_at = ?1 where next_at = ?2")
                        .setParameter(1, to)
                        .setParameter(2, from)
                        .executeUpdate()
                == 1;
    }
}
