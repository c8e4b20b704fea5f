package insights.segment.definition;

import insights.common.page.ListOrder;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Segments as they are stored. */
@ApplicationScoped
class SegmentRepository implements PanacheRepositoryBase<SegmentEntity, UUID> {

    boolean nameTaken(String displayName, UUID except) {
        return count("lower(displayName) = lower(?1) and id <> ?2", displayName, except) > 0;
    }

    /** @param after the cursor of the page before; null for the first */
    List<SegmentEntity> page(SegmentQuery query, ListOrder sort, String after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = query.condition(parameters);
        Map<String, Object> key = sort.after(after);
        if (!key.isEmpty()) {
            where += " and " + sort.later();
            parameters.putAll(key);
        }
        return find(where + sort.orderBy(), parameters).page(0, limit).list();
    }
}
