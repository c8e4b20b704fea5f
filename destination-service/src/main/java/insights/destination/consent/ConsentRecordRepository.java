package insights.destination.consent;

import insights.common.page.Period;
import insights.common.page.TimeOrder;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class ConsentRecordRepository implements PanacheRepositoryBase<ConsentRecordEntity, UUID> {

    /** Every text that somebody ever agreed to. */
    List<AgreedText> agreedTo() {
        return getEntityManager()
                .createQuery(
                        "select distinct r.textVersion, r.language, r.textSha256 from ConsentRecordEntity r",
                        AgreedText.class)
                .getResultList();
    }

    /** In that order, from after the given one (null: from the first). */
    List<ConsentRecordEntity> of(UUID connectionId, Period span, TimeOrder order, UUID last, int most) {
        Map<String, Object> values = new HashMap<>(Map.of("connection", connectionId));
        String wanted = "connectionId = :connection" + span.condition("at", values);
        if (last != null) {
            wanted += order.later() + ":last";
            values.put("last", last);
        }
        return find(wanted + order.orderBy(), values).range(0, most - 1).list();
    }
}
