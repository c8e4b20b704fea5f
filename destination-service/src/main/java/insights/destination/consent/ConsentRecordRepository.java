package insights.destination.consent;

import insights.common.page.TimeOrder;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
    List<ConsentRecordEntity> of(UUID connectionId, TimeOrder order, UUID last, int most) {
        String wanted = "connectionId = ?1";
        return (last == null
                        ? find(wanted + order.orderBy(), connectionId)
                        : find(wanted + order.later() + "?2" + order.orderBy(), connectionId, last))
                .range(0, most - 1)
                .list();
    }
}
