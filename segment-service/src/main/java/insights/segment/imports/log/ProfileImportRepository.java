package insights.segment.imports.log;

import insights.common.page.TimeOrder;
import insights.common.security.Person;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Imports as they are stored. */
@ApplicationScoped
class ProfileImportRepository implements PanacheRepositoryBase<ProfileImportEntity, UUID> {

    /** Of an import from before subjects were kept, the name may be all that is known: then it goes by that. */
    Optional<ProfileImportEntity> findByKey(Person startedBy, String key) {
        return find("""
                        idempotencyKey = ?1 and (startedBySubject = ?2 or startedBySubject is null and startedBy = ?3)
                        order by startedBySubject nulls last""", key, startedBy.subject(), startedBy.name()).firstResultOptional();
    }

    List<ProfileImportEntity> running() {
        return list("status", ImportStatus.RUNNING);
    }

    /** That one unless it is over, kept from ending until the transaction ends: it may be about to. */
    Optional<ProfileImportEntity> lockRunning(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(entity -> entity.status == ImportStatus.RUNNING);
    }

    /** @param last of the page before; null for the first */
    List<ProfileImportEntity> page(ImportQuery query, TimeOrder order, UUID last, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = query.condition(parameters);
        if (last != null) {
            where += order.later() + ":last";
            parameters.put("last", last);
        }
        return find(where + order.orderBy(), parameters).page(0, limit).list();
    }
}
