package insights.segment.refresh;

import insights.common.page.TimeOrder;
import insights.common.security.Person;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Refreshes as they are stored. */
@ApplicationScoped
class RefreshRepository implements PanacheRepositoryBase<RefreshEntity, UUID> {

    /** @param requestedBy null for the schedule */
    Optional<RefreshEntity> findByKey(Person requestedBy, String key) {
        return (requestedBy == null
                        ? find("requestedBy.subject is null and idempotencyKey = ?1", key)
                        : find("requestedBy.subject = ?1 and idempotencyKey = ?2", requestedBy.subject(), key))
                .firstResultOptional();
    }

    /** The one whose turn it is. */
    Optional<RefreshEntity> next() {
        return find("status = ?1 order by number", RefreshStatus.RUNNING).firstResultOptional();
    }

    /** @param after the last of the page before; null for the first */
    List<RefreshEntity> page(RefreshQuery query, TimeOrder sort, UUID after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = query.condition(parameters);
        if (after != null) {
            where += sort.later() + ":after";
            parameters.put("after", after);
        }
        return find(where + sort.orderBy(), parameters).page(0, limit).list();
    }
}
