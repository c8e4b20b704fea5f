package insights.destination.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class AuditEventRepository implements PanacheRepositoryBase<AuditEventEntity, UUID> {

    /** Newest first, from before the given one (null: from the newest). */
    List<AuditEventEntity> search(AuditQuery query, UUID before, int most) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        add(where, parameters, " and connectionId = :connectionId", "connectionId", query.connectionId);
        add(where, parameters, " and action = :action", "action", query.action);
        add(where, parameters, " and (by.subject = :by or by.name = :by)", "by", query.by);
        add(where, parameters, " and at >= :from", "from", query.from);
        add(where, parameters, " and at < :to", "to", query.to);
        add(where, parameters, " and id < :before", "before", before);
        return find(where + " order by id desc", parameters).range(0, most - 1).list();
    }

    private static void add(
            StringBuilder where, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            where.append(condition);
            parameters.put(name, value);
        }
    }
}
